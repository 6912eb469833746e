package org.tocsin.rollup;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.incident.IncidentChange;
import org.tocsin.incident.RevisionLog;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RollupTotals;

/**
 * The arithmetic of rollups. Every incident adds its figures to some cells; a changed incident takes away what it added before and
 * adds what it adds now, so that corrections, merges and retractions leave every total exact.
 */
public final class Rollups {
    private static final RollupTotals ZERO = new RollupTotals(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);

    /** Incidents that are only denied, or lie years back and are told as background, are in no total. */
    private static final Set<EventStatus> COUNTED = EnumSet.of(EventStatus.OCCURRED, EventStatus.CLAIMED);

    private Rollups() {}

    /** Totals of nothing. */
    public static RollupTotals zero() {
        return ZERO;
    }

    /**
     * What an incident adds to each cell, in the order of the keys. An incident that was retracted, merged into another, is only
     * denied or is background of years back adds nothing.
     */
    public static SortedMap<RollupKey, RollupTotals> contributions(@Nullable Incident incident) {
        SortedMap<RollupKey, RollupTotals> cells = new TreeMap<>();
        if (incident == null || !counts(incident)) {
            return cells;
        }
        RollupTotals share = share(incident);
        for (RollupClock clock : RollupClock.values()) {
            var time = clock.time(incident);
            if (time != null && RollupClock.isNamed(time)) {
                for (RollupDimension dimension : RollupDimension.values()) {
                    for (String value : dimension.values(incident)) {
                        cells.put(
                                new RollupKey(clock, dimension, clock.bucket(time), incident.getEventType(), value),
                                share);
                    }
                }
            }
        }
        return cells;
    }

    /** How a change of an incident changes the cells, in the order of the keys; cells that stay as they are are left out. */
    public static SortedMap<RollupKey, RollupTotals> change(IncidentChange change) {
        SortedMap<RollupKey, RollupTotals> cells = contributions(change.after());
        for (Map.Entry<RollupKey, RollupTotals> before :
                contributions(change.before()).entrySet()) {
            RollupTotals after = cells.getOrDefault(before.getKey(), ZERO);
            cells.put(before.getKey(), subtract(after, before.getValue()));
        }
        cells.values().removeIf(ZERO::equals);
        return cells;
    }

    /** The sum of two totals. */
    public static RollupTotals add(RollupTotals a, RollupTotals b) {
        return combine(a, b, 1);
    }

    /** The first total less the second. */
    public static RollupTotals subtract(RollupTotals a, RollupTotals b) {
        return combine(a, b, -1);
    }

    private static RollupTotals combine(RollupTotals a, RollupTotals b, int sign) {
        return new RollupTotals(
                a.getEvents() + sign * b.getEvents(),
                a.getKilledBest() + sign * b.getKilledBest(),
                a.getKilledLow() + sign * b.getKilledLow(),
                a.getKilledHigh() + sign * b.getKilledHigh(),
                a.getInjuredBest() + sign * b.getInjuredBest(),
                a.getInjuredLow() + sign * b.getInjuredLow(),
                a.getInjuredHigh() + sign * b.getInjuredHigh(),
                a.getIntercepted() + sign * b.getIntercepted(),
                a.getLaunched() + sign * b.getLaunched());
    }

    /** Whether an incident is in any total: it stands, and is told as something that took place lately, be it only claimed. */
    public static boolean counts(Incident incident) {
        return RevisionLog.stands(incident) && (incident.getStatus() == null || COUNTED.contains(incident.getStatus()));
    }

    /** What an incident that counts adds to each of its cells. */
    public static RollupTotals share(Incident incident) {
        return new RollupTotals(
                1L,
                best(incident.getKilled()),
                low(incident.getKilled()),
                high(incident.getKilled()),
                best(incident.getInjured()),
                low(incident.getInjured()),
                high(incident.getInjured()),
                best(incident.getIntercepted()),
                best(incident.getLaunched()));
    }

    /** The stated figure; the lowest that the words allow where only words such as "dozens" are given. */
    private static long best(@Nullable Count count) {
        return count == null ? 0 : first(count.getBest(), count.getLow(), 0);
    }

    private static long low(@Nullable Count count) {
        return count == null ? 0 : first(count.getLow(), count.getBest(), 0);
    }

    /** The highest figure that the words allow; the stated one where they leave it open, since no sum can hold "or more". */
    private static long high(@Nullable Count count) {
        return count == null ? 0 : first(count.getHigh(), count.getBest(), low(count));
    }

    private static long first(@Nullable Integer wanted, @Nullable Integer otherwise, long last) {
        if (wanted != null) {
            return wanted;
        }
        return otherwise == null ? last : otherwise;
    }
}
