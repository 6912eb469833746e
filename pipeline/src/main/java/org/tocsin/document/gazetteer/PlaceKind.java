package org.tocsin.document.gazetteer;

import org.tocsin.schema.PlacePrecision;

/** What a gazetteer entry is. */
enum PlaceKind {
    /** A state or a territory with a code of its own. */
    COUNTRY(PlacePrecision.COUNTRY),
    /** A first-order division: oblast, governorate, state, province. */
    ADMIN1(PlacePrecision.ADMIN1),
    /** A second-order division: district, raion, county. */
    ADMIN2(PlacePrecision.AREA),
    /** A city, town, village or quarter. */
    TOWN(PlacePrecision.TOWN),
    /** A sea, landscape or part of a country without a code. */
    AREA(PlacePrecision.AREA),
    /** A building, base, camp or facility. */
    SITE(PlacePrecision.SITE);

    private final PlacePrecision precision;

    PlaceKind(PlacePrecision precision) {
        this.precision = precision;
    }

    PlacePrecision precision() {
        return precision;
    }

    boolean isDivision() {
        return this == ADMIN1 || this == ADMIN2;
    }
}
