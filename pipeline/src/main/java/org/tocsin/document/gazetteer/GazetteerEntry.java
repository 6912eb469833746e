package org.tocsin.document.gazetteer;

import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Place;

/**
 * One place that the gazetteer knows.
 *
 * @param number identifies the entry within this gazetteer
 * @param country ISO 3166-1 alpha-2 code; null for seas and regions that span countries
 * @param admin1 number of the entry of its first-order division (its own for a division); -1 where none is known
 * @param admin1Name name of that division; null where none is known
 * @param lat latitude in decimal degrees, WGS 84
 * @param lon longitude in decimal degrees, WGS 84
 * @param population inhabitants; 0 where unknown
 * @param geonamesId GeoNames identifier; null where the entry has none
 */
record GazetteerEntry(
        int number,
        PlaceKind kind,
        PlaceRank rank,
        String name,
        @Nullable String country,
        int admin1,
        @Nullable String admin1Name,
        double lat,
        double lon,
        long population,
        @Nullable Long geonamesId) {
    private static final double KM_PER_DEGREE = 111.2;

    /** Great-circle distance for short ways, in km (equirectangular approximation; enough to tell neighbours). */
    double kmTo(GazetteerEntry other) {
        double north = lat - other.lat;
        double east = (lon - other.lon) * Math.cos(Math.toRadians((lat + other.lat) / 2));
        return KM_PER_DEGREE * Math.sqrt(north * north + east * east);
    }

    /** The event record's place for this entry, under its usual English name and with the name as the text writes it. */
    Place toPlace(String text) {
        return new Place(
                EnglishNames.of(geonamesId, name), text, admin1Name, country, lat, lon, geonamesId, kind.precision());
    }
}
