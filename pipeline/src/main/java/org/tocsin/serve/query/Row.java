package org.tocsin.serve.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.RollupTotals;

/**
 * What lists and totals need of an event or a revision of an incident. Names are shared among rows.
 *
 * @param key in the store
 * @param id identifier of the event or incident
 * @param articles the articles that report it
 * @param revision number of the incident's revision; 0 for events
 * @param stands whether it is neither merged into another nor retracted
 * @param counts whether it is in totals unless a status is asked for
 * @param traits what it shares with many others
 * @param actors who attacks, defends, takes or speaks
 * @param targets whom or what it is aimed at
 * @param sources outlets as they are written
 * @param days when it took place
 * @param times when it was told
 * @param position where it took place; null where unknown
 * @param figures killed and injured
 * @param confidence 0 to 1; NaN where unknown
 * @param groups under which values it counts
 * @param words numbers of its words, see {@link Vocabulary}
 */
record Row(
        String key,
        String id,
        List<String> articles,
        int revision,
        boolean stands,
        boolean counts,
        Traits traits,
        List<Party> actors,
        List<Party> targets,
        List<String> sources,
        Days days,
        Times times,
        @Nullable Point position,
        Figures figures,
        double confidence,
        Groups groups,
        int[] words) {
    /**
     * What is the same for many.
     *
     * @param eventType name of the type
     * @param country ISO 3166-1 alpha-2, {@code ZZ} where unknown
     * @param division ISO 3166-2, else country and name; null where unknown
     * @param method of attack; null where unknown
     * @param status null where it has none
     * @param speaker who speaks; null where nobody does
     */
    record Traits(
            String eventType,
            String country,
            @Nullable String division,
            @Nullable String method,
            @Nullable String status,
            @Nullable Party speaker) {}

    /**
     * When it took place.
     *
     * @param start first day, as number since 1970-01-01; {@link #NEVER} where unknown
     * @param end last day
     */
    record Days(int start, int end) {
        static final int NEVER = Integer.MIN_VALUE;
    }

    /**
     * When it was told, milliseconds since 1970-01-01T00:00Z; {@link #NEVER} where unknown.
     *
     * @param first first report
     * @param last last report
     * @param known when its latest change became known
     */
    record Times(long first, long last, long known) {
        static final long NEVER = Long.MIN_VALUE;
    }

    /**
     * A position, WGS 84, degrees.
     *
     * @param lat latitude
     * @param lon longitude
     */
    record Point(double lat, double lon) {}

    /**
     * Figures that filters and orders ask for: best, else low.
     *
     * @param killed people killed; -1 where unknown
     * @param injured people injured; -1 where unknown
     * @param totals what it adds to totals; null for events
     */
    record Figures(int killed, int injured, @Nullable RollupTotals totals) {
        static final int UNKNOWN = -1;
    }

    /**
     * The values under which it counts.
     *
     * @param towns country, division and town
     * @param names names of who acts
     * @param dyads speaker and target
     */
    record Groups(List<String> towns, List<String> names, List<String> dyads) {
        static final Groups NONE = new Groups(List.of(), List.of(), List.of());
    }
}
