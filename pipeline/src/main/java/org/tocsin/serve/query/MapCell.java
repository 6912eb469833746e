package org.tocsin.serve.query;

/** Cells of the map: web-mercator tiles (EPSG:3857, y down from the north) of a level two below that of the map's own tiles. */
final class MapCell {
    /** A tile of the map is cut in four by four cells. */
    private static final int FINER = 2;

    /** North and south of this latitude the projection shows nothing. */
    private static final double HIGHEST = 85.05112877980659;

    private MapCell() {}

    /** Name of the cell that holds a position, as {@code z/x/y}. */
    static String of(Row.Point point, int zoom) {
        int level = zoom + FINER;
        int tiles = 1 << level;
        double lat = Math.toRadians(Math.max(-HIGHEST, Math.min(HIGHEST, point.lat())));
        double y = (1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2;
        return level + "/" + index((point.lon() + 180) / 360, tiles) + "/" + index(y, tiles);
    }

    private static int index(double share, int tiles) {
        return Math.max(0, Math.min(tiles - 1, (int) Math.floor(share * tiles)));
    }
}
