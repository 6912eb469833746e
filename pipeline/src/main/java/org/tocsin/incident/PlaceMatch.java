package org.tocsin.incident;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.gazetteer.Spellings;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/** How the places of two reports stand to each other. */
enum PlaceMatch {
    /** One place. */
    SAME,
    /** One of them is a division that holds the other, or an area that reaches to it. */
    WITHIN,
    /** Two towns so near that reports may mix them up. */
    NEARBY,
    /** One of them is missing or no finer than a country, which is no evidence at all. */
    UNKNOWN,
    /** Two places. */
    APART;

    /** Towns and sites this near are one place: reports of one strike name a town, its suburb or a village beside it. Own choice. */
    static final double SAME_WITHIN_KM = 10;
    /** Reports place a village by the town next to it up to about here. Own choice. */
    static final double NEARBY_WITHIN_KM = 25;
    /** Districts and the like reach about this far from the point that stands for them. Own choice. */
    static final double AREA_REACH_KM = 50;
    /** Mean diameter of the Earth (IUGG mean radius 6371.0 km). */
    private static final double EARTH_DIAMETER_KM = 12742;

    private static final Pattern KIND = Pattern.compile(
            " (local government area|local government|lga|prefecture|department|governorate|township|town|city|village|district|sub-?district|tehsil|county|commune|municipality|locality|area|camp)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VOWELS = Pattern.compile("[aeiouyhw\\p{M}]+");
    /** Names of fewer consonants agree by chance. Own choice. */
    static final int SHORTEST_FRAME = 4;

    private static final int SHORTEST_WORD = 5;

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Compares two places; null is a place not known. */
    static PlaceMatch of(@Nullable Place one, @Nullable Place other) {
        if (one == null || other == null) {
            return UNKNOWN;
        }
        if (Theatres.differ(one.getCountry(), other.getCountry())) {
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
        if (area && km <= AREA_REACH_KM) {
            return WITHIN;
        }
        return km <= NEARBY_WITHIN_KM ? NEARBY : APART;
    }

    private static PlaceMatch byName(Place one, Place other) {
        if (differ(division(one), division(other))) {
            return APART;
        }
        String here = core(one);
        String there = core(other);
        boolean same = isAlike(here, there);
        if (same) {
            return SAME;
        }
        // a site that no gazetteer knows may stand in any town
        return isAdrift(one) || isAdrift(other) ? UNKNOWN : APART;
    }

    /** Whether two names are one, or spell one by the rules of transcription or with the same consonants: "Rumman", "Reman". */
    static boolean isAlike(String one, String other) {
        if (fold(one).equals(fold(other)) || Spellings.same(one, other)) {
            return true;
        }
        String frame = frame(one);
        return frame.length() >= SHORTEST_FRAME && frame.equals(frame(other));
    }

    /** Whether two single words, of which one is part of a name, begin alike and have the same consonants. */
    static boolean isRespelled(String one, String other) {
        if (one.length() < SHORTEST_WORD || other.length() < SHORTEST_WORD || one.charAt(0) != other.charAt(0)) {
            return false;
        }
        String frame = frame(one);
        return frame.length() >= SHORTEST_FRAME - 1 && frame.equals(frame(other));
    }

    /** The consonants of a name, each once where it stands twice, without those that are often left out in transcription. */
    static String frame(String name) {
        return VOWELS.matcher(fold(name)).replaceAll("").replaceAll("(.)\\1", "$1");
    }

    /** The name of a town or area without the word for its kind: "Budalin township" is that round Budalin. */
    static String core(Place place) {
        return place.getPrecision() == PlacePrecision.SITE
                ? place.getName()
                : KIND.matcher(place.getName()).replaceFirst("");
    }

    private static boolean isAdrift(Place place) {
        return place.getPrecision() == PlacePrecision.SITE && !located(place);
    }

    /** Whether a place is finer than a division and has a point. */
    static boolean isPinned(@Nullable Place place) {
        return place != null && !isCoarse(place) && located(place);
    }

    private static PlaceMatch coarse(Place one, Place other) {
        String here = division(one);
        String there = division(other);
        if (isBoundless(one) || isBoundless(other) || here == null || there == null) {
            return UNKNOWN;
        }
        return fold(here).equals(fold(there)) ? WITHIN : APART;
    }

    private static boolean isBoundless(Place place) {
        return place.getPrecision() == PlacePrecision.COUNTRY || place.getPrecision() == PlacePrecision.UNKNOWN;
    }

    /** The first-order division that a place lies in or is; null where it is not known. */
    static @Nullable String division(Place place) {
        return place.getPrecision() == PlacePrecision.ADMIN1 ? place.getName() : place.getAdmin1();
    }

    static boolean isCoarse(Place place) {
        return switch (place.getPrecision()) {
            case ADMIN1, COUNTRY, UNKNOWN -> true;
            case SITE, TOWN, AREA -> false;
        };
    }

    static boolean located(Place place) {
        return place.getLat() != null && place.getLon() != null;
    }

    /** Whether two places are known to lie in two countries or two divisions. */
    static boolean areFar(Place one, Place other) {
        return Theatres.differ(one.getCountry(), other.getCountry()) || differ(division(one), division(other));
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
