package org.tocsin.serve;

import java.util.Arrays;
import org.tocsin.serve.query.Filter;

/** Reads a box on the map. */
final class BoxText {
    private static final int FLAT = 4;
    private static final int WITH_HEIGHTS = 6;
    private static final double HALF_CIRCLE = 180;
    private static final double POLE = 90;

    private BoxText() {}

    /** Reads west, south, east, north; heights between them, as OGC API Features allows, are passed over. */
    static Filter.Box read(String text) {
        String[] parts = text.split(",", -1);
        boolean numbers =
                Arrays.stream(parts).allMatch(part -> part.strip().matches("[-+]?[0-9]{1,9}(\\.[0-9]{1,20})?"));
        if (numbers && (parts.length == FLAT || parts.length == WITH_HEIGHTS)) {
            int behind = parts.length / 2;
            Filter.Box box = new Filter.Box(
                    Double.parseDouble(parts[0]),
                    Double.parseDouble(parts[1]),
                    Double.parseDouble(parts[behind]),
                    Double.parseDouble(parts[behind + 1]));
            if (isOnTheGlobe(box)) {
                return box;
            }
        }
        throw new Parameter.Unreadable(
                "it is west,south,east,north in degrees, west and east from -180 to 180, south and"
                        + " north from -90 to 90, south not above north, for example 22,44,41,53");
    }

    private static boolean isOnTheGlobe(Filter.Box box) {
        return Math.abs(box.west()) <= HALF_CIRCLE
                && Math.abs(box.east()) <= HALF_CIRCLE
                && box.south() >= -POLE
                && box.north() <= POLE
                && box.south() <= box.north();
    }
}
