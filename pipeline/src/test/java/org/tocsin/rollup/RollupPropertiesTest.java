package org.tocsin.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.incident.IncidentChange;
import org.tocsin.incident.LedgerProbe;
import org.tocsin.incident.RandomHistory;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;
import org.tocsin.schema.RollupTotals;

/** Totals that follow every change stay what a count from scratch gives. */
class RollupPropertiesTest {

    static List<Long> seeds() {
        return LongStream.range(0, 16).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void summedChangesEqualACountFromTheIncidentsAfterEveryReport(long seed) {
        LedgerProbe ledger = new LedgerProbe();
        Map<String, RollupTotals> summed = new TreeMap<>();

        for (ArticleReport report : new RandomHistory(seed, 60).reports()) {
            for (IncidentChange change : ledger.apply(report)) {
                Rollups.change(change).forEach((key, delta) -> {
                    RollupTotals total = Rollups.add(summed.getOrDefault(key.encode(), Rollups.zero()), delta);
                    if (total.equals(Rollups.zero())) {
                        summed.remove(key.encode());
                    } else {
                        summed.put(key.encode(), total);
                    }
                });
            }

            assertThat(readable(summed)).isEqualTo(new Recount(ledger.standing()).cells);
        }
    }

    private static Map<String, String> readable(Map<String, RollupTotals> summed) {
        Map<String, String> cells = new TreeMap<>();
        summed.forEach((key, totals) -> {
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

    /** The reference: a plain count over a list of incidents, which shares no code with the rollups. */
    private static final class Recount {
        final Map<String, String> cells = new TreeMap<>();
        private final Map<String, long[]> sums = new TreeMap<>();

        Recount(Iterable<Incident> incidents) {
            incidents.forEach(this::count);
            sums.forEach((cell, s) ->
                    cells.put(cell, new RollupTotals(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8]).toString()));
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
                            new String[] {"town", place.getCountry() + "/" + place.getAdmin1() + "/" + place.getName()
                            });
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
}
