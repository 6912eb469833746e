package org.tocsin.serve.query;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where an item stands in an order: by a value, then by its identifier, so that no two items stand in one place and a page can begin
 * behind any item, wherever others have been added or taken away since.
 *
 * @param value what the order goes by; NaN where the item has no such value
 * @param id the item's identifier
 */
record Rank(double value, String id) {
    private static final String VERSION = "1";
    private static final int PARTS = 5;

    /** The order of a page; those without a value come last, equal ones by identifier. */
    static Comparator<Rank> order(Paging paging) {
        Comparator<Rank> byValue = Comparator.comparingDouble(Rank::value);
        Comparator<Rank> known = paging.direction() == Paging.Direction.ASCENDING ? byValue : byValue.reversed();
        return Comparator.<Rank, Boolean>comparing(rank -> Double.isNaN(rank.value))
                .thenComparing((one, other) -> Double.isNaN(one.value) ? 0 : known.compare(one, other))
                .thenComparing(Rank::id);
    }

    /** Where a row stands. */
    static Rank of(Row row, Paging.Sort sort) {
        return new Rank(value(row, sort), row.id());
    }

    static double value(Row row, Paging.Sort sort) {
        return switch (sort) {
            case REPORTED_AT -> time(row.times().last());
            case UPDATED_AT -> time(row.times().known());
            case DATE ->
                row.days().start() == Row.Days.NEVER ? Double.NaN : row.days().start();
            case KILLED -> figure(row.figures().killed());
            case INJURED -> figure(row.figures().injured());
            case CONFIDENCE -> row.confidence();
        };
    }

    /** The cursor of the page that begins behind this item. */
    String cursor(String collection, Paging paging) {
        String text = String.join(
                "/", VERSION, collection, order(paging.sort(), paging.direction()), Double.toString(value), id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor.
     *
     * @throws BadCursor if it is none, or one of another collection or order; the message says which
     */
    static Rank parse(String cursor, String collection, Paging paging) {
        String[] parts = decode(cursor).split("/", PARTS);
        if (parts.length != PARTS || !parts[0].equals(VERSION)) {
            throw wrong(null);
        }
        if (!parts[1].equals(collection)) {
            throw new BadCursor("it is one of " + parts[1] + ", not of " + collection + "; begin without a cursor");
        }
        String order = order(paging.sort(), paging.direction());
        if (!parts[2].equals(order)) {
            throw new BadCursor("it is one of the order " + parts[2] + ", not of " + order
                    + "; ask for the same order or begin without a cursor");
        }
        try {
            return new Rank(Double.parseDouble(parts[3]), parts[4]);
        } catch (NumberFormatException e) {
            throw wrong(e);
        }
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrong(e);
        }
    }

    private static BadCursor wrong(@Nullable Exception cause) {
        return new BadCursor("it is none that was given out; begin without a cursor", cause);
    }

    private static String order(Paging.Sort sort, Paging.Direction direction) {
        return (direction == Paging.Direction.DESCENDING ? "-" : "")
                + sort.name().toLowerCase(Locale.ROOT);
    }

    private static double time(long time) {
        return time == Row.Times.NEVER ? Double.NaN : time;
    }

    private static double figure(int figure) {
        return figure == Row.Figures.UNKNOWN ? Double.NaN : figure;
    }
}
