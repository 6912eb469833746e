package org.tocsin.serve.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tocsin.rollup.RollupClock;

/** The {@link Conditions} of a filter made ready for many rows: each name is compared once, words by their numbers. Not thread-safe. */
final class RowFilter implements Predicate<Row> {
    private static final long DAY = 86_400_000L;

    private final List<Predicate<Row>> conditions = new ArrayList<>();
    private final Vocabulary vocabulary;

    private RowFilter(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The conditions of a list: it may have taken place on any of the wanted days. */
    static RowFilter ofList(Filter filter, Vocabulary vocabulary) {
        RowFilter rows = new RowFilter(vocabulary);
        rows.about(filter);
        filter.from().ifPresent(day -> rows.add(since(day)));
        filter.to().ifPresent(day -> rows.add(until(day)));
        return rows;
    }

    /** The conditions of totals: the time by which it counts lies on a wanted day, and it counts unless a status is asked for. */
    static RowFilter ofTotals(Filter filter, Aggregation aggregation, Vocabulary vocabulary) {
        RowFilter rows = new RowFilter(vocabulary);
        rows.about(filter);
        if (filter.statuses().isEmpty() && !aggregation.groups().contains(Aggregation.Group.STATUS)) {
            rows.add(Row::counts);
        }
        RollupClock clock = aggregation.clock();
        long first = filter.from().orElse(LocalDate.of(0, 1, 1)).toEpochDay() * DAY;
        long last = filter.to().orElse(LocalDate.of(9999, 12, 31)).toEpochDay() * DAY + DAY - 1;
        rows.add(row -> {
            long time = time(row, clock);
            return time >= first && time <= last;
        });
        return rows;
    }

    /** The time by which a row counts, milliseconds since 1970-01-01T00:00Z; {@link Row.Times#NEVER} where it has none. */
    static long time(Row row, RollupClock clock) {
        if (clock == RollupClock.REPORTED) {
            return row.times().first();
        }
        return row.days().start() == Row.Days.NEVER
                ? Row.Times.NEVER
                : row.days().start() * DAY;
    }

    @Override
    public boolean test(Row row) {
        for (Predicate<Row> condition : conditions) {
            if (!condition.test(row)) {
                return false;
            }
        }
        return true;
    }

    /** All conditions but those on days and revisions. */
    private void about(Filter filter) {
        filter.box().ifPresent(box -> add(row -> row.position() != null && holds(box, row.position())));
        oneOf(filter.eventTypes(), row -> row.traits().eventType());
        oneOf(filter.countries(), row -> row.traits().country());
        oneOf(filter.divisions(), row -> row.traits().division());
        oneOf(filter.methods(), row -> row.traits().method());
        oneOf(filter.statuses(), row -> row.traits().status());
        filter.actor().ifPresent(name -> add(anyParty(name, Row::actors)));
        filter.target().ifPresent(name -> add(anyParty(name, Row::targets)));
        filter.speaker()
                .ifPresent(name -> add(anyParty(name, row -> one(row.traits().speaker()))));
        filter.source().ifPresent(name -> add(row -> row.sources().stream().anyMatch(name::equalsIgnoreCase)));
        filter.minKilled().ifPresent(least -> add(row -> row.figures().killed() >= least));
        filter.minInjured().ifPresent(least -> add(row -> row.figures().injured() >= least));
        filter.minConfidence().ifPresent(least -> add(row -> (float) row.confidence() >= (float) least));
        filter.updatedSince().ifPresent(since -> add(row -> row.times().known() >= since.toEpochMilli()));
        filter.asOf().ifPresent(moment -> add(row -> row.times().known() <= moment.toEpochMilli()));
        filter.articleId().ifPresent(id -> add(row -> row.articles().contains(id)));
        filter.words().forEach(this::holdsWord);
    }

    private void add(Predicate<Row> condition) {
        conditions.add(condition);
    }

    private void oneOf(Set<String> wanted, Trait trait) {
        if (!wanted.isEmpty()) {
            add(row -> {
                String value = trait.of(row);
                return value != null && wanted.contains(value);
            });
        }
    }

    /** Names repeat, so each is compared once. */
    private static Predicate<Row> anyParty(String wanted, Parties parties) {
        Map<Party, Boolean> meant = new IdentityHashMap<>();
        return row -> {
            for (Party party : parties.of(row)) {
                if (meant.computeIfAbsent(party, one -> one.isMeantBy(wanted))) {
                    return true;
                }
            }
            return false;
        };
    }

    private void holdsWord(String text) {
        for (String word : Vocabulary.words(text)) {
            if (!word.isEmpty()) {
                BitSet wanted = vocabulary.beginningWith(word);
                add(row -> holdsAny(wanted, row.words()));
            }
        }
    }

    private static boolean holdsAny(BitSet wanted, int[] words) {
        for (int word : words) {
            if (wanted.get(word)) {
                return true;
            }
        }
        return false;
    }

    private static List<Party> one(@Nullable Party party) {
        return party == null ? List.of() : List.of(party);
    }

    private static Predicate<Row> since(LocalDate day) {
        long wanted = day.toEpochDay();
        return row -> row.days().start() != Row.Days.NEVER && row.days().end() >= wanted;
    }

    private static Predicate<Row> until(LocalDate day) {
        long wanted = day.toEpochDay();
        return row -> row.days().start() != Row.Days.NEVER && row.days().start() <= wanted;
    }

    private static boolean holds(Filter.Box box, Row.Point point) {
        boolean high = point.lat() >= box.south() && point.lat() <= box.north();
        return high
                && (box.west() <= box.east()
                        ? point.lon() >= box.west() && point.lon() <= box.east()
                        : point.lon() >= box.west() || point.lon() <= box.east());
    }

    private interface Trait {
        @Nullable
        String of(Row row);
    }

    private interface Parties {
        List<Party> of(Row row);
    }
}
