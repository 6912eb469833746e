package org.tocsin.serve.query;

import org.jspecify.annotations.Nullable;
import org.tocsin.document.gazetteer.DivisionCodes;
import org.tocsin.rollup.RollupDimension;
import org.tocsin.schema.Place;

/** How first-order divisions are named in filters and groups. */
final class Divisions {
    private Divisions() {}

    /** ISO 3166-2 code of a place's division, else country and name; null where it has none. */
    static @Nullable String of(@Nullable Place place) {
        if (place == null || place.getAdmin1() == null) {
            return null;
        }
        String country = place.getCountry() == null ? RollupDimension.UNKNOWN_COUNTRY : place.getCountry();
        return of(country, place.getAdmin1());
    }

    /** ISO 3166-2 code of a division, else country and name. */
    static String of(String country, String name) {
        return DivisionCodes.shared().key(country, name);
    }
}
