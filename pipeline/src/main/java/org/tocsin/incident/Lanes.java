package org.tocsin.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.article.Fingerprint;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/**
 * The words under which an index lists accounts, so that accounts of one event share one: cells of half a degree for what has
 * coordinates, divisions for what has not, things and names where there is no place, figures and hashes of the text for what may be anywhere in the country.
 */
final class Lanes {
    private static final double CELL_DEGREES = 0.5;
    private static final double KM_PER_DEGREE = 111;
    private static final int DISTINCTIVE = 2;
    private static final int MOST_WORDS = 4;
    private static final int MOST_NAMES = 12;

    private Lanes() {}

    /** Under which words an account is listed by its place. */
    static Set<String> listed(Account account) {
        Set<String> lanes = new TreeSet<>();
        Place place = account.place();
        if (place == null) {
            return lanes;
        }
        if (!PlaceMatch.isCoarse(place)) {
            lanes.addAll(around(place, place.getPrecision() == PlacePrecision.AREA ? PlaceMatch.AREA_REACH_KM : 0));
        }
        String division = PlaceMatch.division(place);
        if (division != null) {
            lanes.add(PlaceMatch.isCoarse(place) ? coarse(division) : fine(division));
            if (isAdrift(place)) {
                lanes.add(adrift(division));
            }
        }
        lanes.addAll(alike(place));
        return lanes;
    }

    /** Where to look for accounts whose place fits. */
    static Set<String> sought(Account account) {
        Set<String> lanes = new TreeSet<>();
        Place place = account.place();
        if (place == null) {
            return lanes;
        }
        if (!PlaceMatch.isCoarse(place)) {
            boolean area = place.getPrecision() == PlacePrecision.AREA;
            lanes.addAll(around(place, area ? PlaceMatch.AREA_REACH_KM : PlaceMatch.NEARBY_WITHIN_KM));
        }
        String division = PlaceMatch.division(place);
        if (division != null) {
            lanes.add(coarse(division));
            lanes.add(adrift(division));
            if (PlaceMatch.isCoarse(place) || isAdrift(place)) {
                lanes.add(fine(division));
            }
        }
        lanes.addAll(alike(place));
        return lanes;
    }

    /** Under what a place on no map is found by other spellings of its name: its consonants. */
    private static Set<String> alike(Place place) {
        String frame = PlaceMatch.frame(PlaceMatch.core(place));
        return isAdrift(place) && frame.length() >= PlaceMatch.SHORTEST_FRAME ? Set.of("like:" + frame) : Set.of();
    }

    /** The lanes of the figures and of the text, which also find what has no place or another one. */
    static Set<String> common(Account account) {
        Set<String> lanes = new TreeSet<>();
        for (Figure figure : List.of(Figure.KILLED, Figure.INJURED, Figure.INTERCEPTED)) {
            for (int number : account.numbers(figure)) {
                if (number >= DISTINCTIVE) {
                    lanes.add(figure.name().charAt(0)
                            + figure.name().substring(figure.name().length() - 2)
                            + number);
                }
            }
        }
        Fingerprint.keys(account.first().getFingerprint()).forEach(hash -> lanes.add("text" + hash));
        return lanes;
    }

    /**
     * Lanes of what a strike hit and names, by which reports without a place are found, and find others.
     *
     * @param side which of the two sides of the lanes is wanted
     */
    static Set<String> things(Account account, Side side) {
        Place place = account.place();
        boolean placed = place != null && !isBoundless(place) && !isAdrift(place);
        Set<String> lanes = new TreeSet<>();
        if (placed) {
            toldPlaces(account)
                    .forEach(name -> lanes.add((side == Side.LISTED ? "told:name " : "adrift:name ") + name));
        }
        for (String word : words(account)) {
            if (side == Side.LISTED || !placed) {
                lanes.add((side == Side.LISTED && !placed ? "adrift:" : "told:") + word);
            }
            if (side == Side.SOUGHT) {
                lanes.add("adrift:" + word);
            }
        }
        return lanes;
    }

    /** Whether lanes are those that list an account, or those in which it looks for others. */
    enum Side {
        LISTED,
        SOUGHT
    }

    /** The lane of the accounts of one article. */
    static String article(Account account) {
        return "article:" + account.articleId();
    }

    private static List<String> words(Account account) {
        Marks marks = account.marks();
        List<String> words = new ArrayList<>();
        if (account.place() != null && !PlaceMatch.isCoarse(account.place())) {
            account.placeWords().stream().sorted().limit(MOST_WORDS).forEach(name -> words.add("name " + name));
        }
        marks.targets().stream().sorted().limit(MOST_WORDS).forEach(words::add);
        marks.names().stream().sorted().limit(MOST_WORDS).forEach(name -> words.add("name " + name));
        return words;
    }

    /** The capitalised words of an account, any of which may be a place on no map that another report gives. */
    private static List<String> toldPlaces(Account account) {
        Set<String> own = account.placeWords();
        return account.marks().words().stream()
                .filter(word -> !own.contains(word) && !Marks.isCommon(word))
                .sorted()
                .limit(MOST_NAMES)
                .toList();
    }

    private static boolean isBoundless(Place place) {
        return PlaceMatch.isCoarse(place) && PlaceMatch.division(place) == null;
    }

    /** The cells that reach within a distance of a place; its name where it has no coordinates. */
    private static Set<String> around(Place place, double km) {
        if (!PlaceMatch.located(place)) {
            return Set.of("name:" + PlaceMatch.fold(place.getName()));
        }
        double north = km / KM_PER_DEGREE;
        double east = north / Math.max(0.1, Math.cos(Math.toRadians(place.getLat())));
        Set<String> cells = new TreeSet<>();
        for (long row = row(place.getLat() - north); row <= row(place.getLat() + north); row++) {
            for (long column = column(place.getLon() - east); column <= column(place.getLon() + east); column++) {
                cells.add(cell(row, column));
            }
        }
        return cells;
    }

    private static long row(double lat) {
        return (long) Math.floor(lat / CELL_DEGREES);
    }

    private static long column(double lon) {
        return (long) Math.floor(lon / CELL_DEGREES);
    }

    private static String cell(long row, long column) {
        return "cell:" + row + "." + column;
    }

    private static String coarse(String division) {
        return "within:" + PlaceMatch.fold(division);
    }

    /** Whether a town or site is on no map, so that its name alone, which may be spelt otherwise, tells where it is. */
    private static boolean isAdrift(Place place) {
        return !PlaceMatch.isCoarse(place) && !PlaceMatch.located(place);
    }

    private static String adrift(String division) {
        return "adrift in:" + PlaceMatch.fold(division);
    }

    private static String fine(String division) {
        return "in:" + PlaceMatch.fold(division);
    }
}
