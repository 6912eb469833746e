package org.tocsin.rollup;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;
import org.tocsin.schema.RollupTotals;

/** The reference that rollups are held against: a plain count over a list of incidents, which shares no code with the rollups. */
public final class Recount {
    private final Map<String, String> cells = new TreeMap<>();
    private final Map<String, long[]> sums = new TreeMap<>();

    private Recount(Iterable<Incident> incidents) {
        incidents.forEach(this::count);
        sums.forEach((cell, s) ->
                cells.put(cell, new RollupTotals(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8]).toString()));
    }

    /** The cells that incidents come to, as text. */
    public static Map<String, String> of(Iterable<Incident> standing) {
        return new Recount(standing).cells;
    }

    /** Cells as they are stored, as the same text. */
    public static Map<String, String> readable(Map<String, RollupTotals> stored) {
        Map<String, String> cells = new TreeMap<>();
        stored.forEach((key, totals) -> {
            RollupKey cell = RollupKey.parse(key);
            cells.put(
                    String.join(
                            "|",
                            cell.clock().label(),
                            cell.dimension().label(),
                            cell.bucket(),
                            cell.eventType(),
                            cell.value()),
                    totals.toString());
        });
        return cells;
    }

    private void count(Incident incident) {
        if (incident.getStatus() == EventStatus.DENIED || incident.getStatus() == EventStatus.HISTORICAL) {
            return;
        }
        String hour = incident.getFirstReportedAt().toString().substring(0, 13);
        String day = incident.getDate().getStart().toString();
        groups(incident, group -> {
            add("reported|" + group[0] + "|" + hour + "|" + incident.getEventType() + "|" + group[1], incident);
            add("occurred|" + group[0] + "|" + day + "|" + incident.getEventType() + "|" + group[1], incident);
        });
    }

    private static void groups(Incident incident, Consumer<String[]> into) {
        Place place = incident.getPlace();
        Actor speaker = incident.getSpeaker();
        String country = place == null ? null : place.getCountry();
        if (speaker != null) {
            country = speaker.getCountry();
            Set<String> targets = new TreeSet<>();
            for (Actor target : incident.getTargets()) {
                targets.add(target.getCountry() == null ? target.getName() : target.getCountry());
            }
            String from = country == null ? speaker.getName() : country;
            targets.forEach(to -> into.accept(new String[] {"speaker_target", from + ">" + to}));
            into.accept(new String[] {"actor", speaker.getName()});
        } else if (incident.getAttacker() != null) {
            into.accept(new String[] {"actor", incident.getAttacker().getName()});
        }
        into.accept(new String[] {"country", country == null ? "ZZ" : country});
        if (place != null && place.getAdmin1() != null) {
            into.accept(new String[] {"admin1", place.getCountry() + "/" + place.getAdmin1()});
            if (place.getPrecision() == PlacePrecision.TOWN) {
                into.accept(
                        new String[] {"town", place.getCountry() + "/" + place.getAdmin1() + "/" + place.getName()});
            }
        }
    }

    private void add(String cell, Incident incident) {
        long[] sum = sums.computeIfAbsent(cell, key -> new long[9]);
        sum[0]++;
        people(sum, 1, incident.getKilled());
        people(sum, 4, incident.getInjured());
        sum[7] += best(incident.getIntercepted());
        sum[8] += best(incident.getLaunched());
    }

    private static void people(long[] sum, int at, @Nullable Count count) {
        if (count != null) {
            sum[at] += best(count);
            sum[at + 1] += count.getLow();
            sum[at + 2] += count.getHigh() == null ? best(count) : count.getHigh();
        }
    }

    private static long best(@Nullable Count count) {
        if (count == null) {
            return 0;
        }
        return count.getBest() == null ? count.getLow() : count.getBest();
    }
}
