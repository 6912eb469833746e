package org.tocsin.serve.query;

import java.util.List;
import org.tocsin.rollup.RollupClock;

/**
 * How incidents are summed.
 *
 * @param clock which time of an incident gives its bucket; for {@code REPORTED} the window counts in reporting time too
 * @param bucket width of the buckets
 * @param groups what they are grouped by, none to two
 * @param zoom level of the map tiles behind {@code CELL}, 0 to 14
 */
public record Aggregation(RollupClock clock, Bucket bucket, List<Group> groups, int zoom) {
    /** Keeps a copy of the groups. */
    public Aggregation {
        groups = List.copyOf(groups);
    }

    /** Width of a bucket of time (UTC); weeks begin on Monday. */
    public enum Bucket {
        /** One bucket for all. */
        ALL,
        /** Hours; by reporting time alone. */
        HOUR,
        /** Days. */
        DAY,
        /** ISO weeks, named by their Monday. */
        WEEK,
        /** Months. */
        MONTH,
        /** Years. */
        YEAR
    }

    /** What incidents are grouped by. */
    public enum Group {
        /** strike, casualty, statement, interception or territory. */
        EVENT_TYPE,
        /** ISO 3166-1 alpha-2, {@code ZZ} where unknown; of the speaker for statements. */
        COUNTRY,
        /** ISO 3166-2, or country and name where no code is known. */
        ADMIN1,
        /** Country, division and town. */
        TOWN,
        /** Who attacks, defends, takes or speaks. */
        ACTOR,
        /** Speaker's country and target's, for statements. */
        SPEAKER_TARGET,
        /** Method of attack. */
        METHOD,
        /** Whether it took place. */
        STATUS,
        /** Outlet; an incident counts once for each of its outlets. */
        SOURCE,
        /** A cell of the map: web-mercator tiles of the level {@code zoom + 2}, named z/x/y. */
        CELL;

        /** Whether its rows say where their incidents lie. */
        boolean isPlaced() {
            return this == ADMIN1 || this == TOWN || this == CELL;
        }
    }
}
