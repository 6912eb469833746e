package org.tocsin.incident;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/** How the places of two reports stand to each other. */
enum PlaceMatch {
    /** One place. */
    SAME,
    /** One of them holds the other, or is too coarse or missing, so that they may be one. */
    POSSIBLE,
    /** Two places. */
    APART;

    /** Towns and sites this near are one place: reports of one strike name a town, its suburb or a village beside it. Own choice. */
    static final double SAME_WITHIN_KM = 10;
    /** Districts and the like reach about this far from the point that stands for them. Own choice. */
    private static final double AREA_REACH_KM = 50;
    /** Mean diameter of the Earth (IUGG mean radius 6371.0 km). */
    private static final double EARTH_DIAMETER_KM = 12742;

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Compares two places; null is a place not known. */
    static PlaceMatch of(@Nullable Place one, @Nullable Place other) {
        if (one == null || other == null) {
            return POSSIBLE;
        }
        if (differ(one.getCountry(), other.getCountry())) {
            return APART;
        }
        if (isCoarse(one) || isCoarse(other)) {
            return coarse(one, other);
        }
        return located(one) && located(other) ? byDistance(one, other) : byName(one, other);
    }

    /** A name without case, accents, spaces and punctuation. */
    static String fold(String name) {
        String flat = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return NOT_LETTERS.matcher(flat).replaceAll("");
    }

    private static PlaceMatch byDistance(Place one, Place other) {
        double km = kilometres(one.getLat(), one.getLon(), other.getLat(), other.getLon());
        if (km <= SAME_WITHIN_KM) {
            return SAME;
        }
        boolean area = one.getPrecision() == PlacePrecision.AREA || other.getPrecision() == PlacePrecision.AREA;
        return area && km <= AREA_REACH_KM ? POSSIBLE : APART;
    }

    private static PlaceMatch byName(Place one, Place other) {
        return fold(one.getName()).equals(fold(other.getName())) ? SAME : APART;
    }

    private static PlaceMatch coarse(Place one, Place other) {
        if (one.getPrecision() == PlacePrecision.COUNTRY || other.getPrecision() == PlacePrecision.COUNTRY) {
            return POSSIBLE;
        }
        return differ(division(one), division(other)) ? APART : POSSIBLE;
    }

    private static @Nullable String division(Place place) {
        return place.getPrecision() == PlacePrecision.ADMIN1 ? place.getName() : place.getAdmin1();
    }

    private static boolean isCoarse(Place place) {
        return switch (place.getPrecision()) {
            case ADMIN1, COUNTRY, UNKNOWN -> true;
            case SITE, TOWN, AREA -> false;
        };
    }

    private static boolean located(Place place) {
        return place.getLat() != null && place.getLon() != null;
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !fold(one).equals(fold(other));
    }

    /** Great-circle distance (haversine formula). */
    static double kilometres(double lat1, double lon1, double lat2, double lon2) {
        double north = Math.sin(Math.toRadians(lat2 - lat1) / 2);
        double east = Math.sin(Math.toRadians(lon2 - lon1) / 2);
        double h = north * north + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * east * east;
        return EARTH_DIAMETER_KM * Math.asin(Math.sqrt(Math.min(1, h)));
    }
}
