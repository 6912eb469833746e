package org.tocsin.incident;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.incident.Reports.Source;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Place;
import org.tocsin.schema.StatementAct;

/**
 * A random history of what articles report, the same for the same seed: articles are published (also long after the event and as
 * copies of others), published again, changed and deleted, about few places, days, outlets and figures, so that they often meet.
 */
public final class RandomHistory {
    private static final int ARTICLES = 14;
    private static final Place[] UKRAINIAN = {
        Reports.HLUKHIV, Reports.BEREZA, Reports.SHOSTKA, Reports.SUMY_OBLAST, Reports.UKRAINE, null
    };
    private static final Place[] SUDANESE = {Reports.EL_FASHER, null};
    private static final Actor[] SPEAKERS = {
        Reports.actor("Dmitry Peskov", "RU"), Reports.actor("Andrii Sybiha", "UA"), Reports.actor("African Union", null)
    };
    private static final EventStatus[] STATUSES = {
        EventStatus.OCCURRED,
        EventStatus.OCCURRED,
        EventStatus.CLAIMED,
        EventStatus.DENIED,
        EventStatus.HISTORICAL,
        EventStatus.PLANNED
    };

    private final Random random;
    private final Map<String, ArticleReport> surviving = new TreeMap<>();
    private final List<ArticleReport> reports = new ArrayList<>();

    /** The history of a seed. */
    public RandomHistory(long seed, int length) {
        this.random = new Random(seed);
        for (int i = 0; i < length; i++) {
            step();
        }
    }

    /** All reports, in the order in which they come. */
    public List<ArticleReport> reports() {
        return List.copyOf(reports);
    }

    /** The reports that stand at the end, one for each article and country that still reports something. */
    public List<ArticleReport> surviving() {
        return List.copyOf(surviving.values());
    }

    private void step() {
        String country = random.nextInt(4) == 0 ? "SD" : "UA";
        String id = "article/" + random.nextInt(ARTICLES);
        ArticleReport former = surviving.get(id + " " + country);
        int kind = random.nextInt(10);
        if (former != null && kind == 0) {
            publish(former);
        } else if (kind == 1) {
            publish(new ArticleReport(id, country, List.of(), null));
        } else {
            publish(source(id).reports(country, events(id, country)));
        }
    }

    private void publish(ArticleReport report) {
        reports.add(report);
        String key = report.getArticleId() + " " + report.getCountry();
        if (report.getEvents().isEmpty()) {
            surviving.remove(key);
        } else {
            surviving.put(key, report);
        }
    }

    private Source source(String id) {
        Instant published = Instant.parse("2026-11-18T00:00:00Z").plus(random.nextInt(60), ChronoUnit.HOURS);
        Source own = new Source(
                id,
                random.nextInt(6) == 0 ? null : "Outlet " + random.nextInt(5),
                published,
                Reports.text(random.nextInt()));
        // one article in three carries one of two agency texts
        return random.nextInt(3) > 0
                ? own
                : own.copying(new Source(id, null, published, Reports.text(random.nextInt(2) - 1)));
    }

    private SpecificRecord[] events(String article, String country) {
        List<SpecificRecord> events = new ArrayList<>();
        int number = 1 + random.nextInt(3);
        for (int i = 0; i < number; i++) {
            // an article that is changed keeps the identifiers of the events that stay
            String id = article + "#" + i + (random.nextInt(4) == 0 ? "-changed" : "");
            switch (random.nextInt(6)) {
                case 0, 1 -> events.addAll(strikeWithToll(id, country));
                case 2 -> events.add(toll(id + "t", country, List.of()));
                case 3 ->
                    events.add(Reports.interception(id + "i", place(country), count())
                            .setLaunched(count())
                            .build());
                case 4 ->
                    events.add(Reports.statement(
                                    id + "s",
                                    pick(SPEAKERS),
                                    random.nextBoolean() ? StatementAct.ACCUSE : StatementAct.DEMAND,
                                    pick(SPEAKERS),
                                    pick(SPEAKERS))
                            .build());
                default ->
                    events.add(Reports.capture(id + "c", place(country))
                            .setStatus(pick(STATUSES))
                            .build());
            }
        }
        return events.toArray(SpecificRecord[]::new);
    }

    private List<SpecificRecord> strikeWithToll(String id, String country) {
        return List.of(
                Reports.strike(id + "x", place(country))
                        .setMethod(Reports.anyMethod(random.nextInt(8)))
                        .setAttacker(random.nextBoolean() ? null : Reports.actor("Russia", "RU"))
                        .setDate(random.nextInt(3) == 0 ? null : Reports.on(Reports.DAY.plusDays(random.nextInt(2))))
                        .setStatus(pick(STATUSES))
                        .setLinked(List.of(id + "t"))
                        .build(),
                toll(id + "t", country, List.of(id + "x")));
    }

    private SpecificRecord toll(String id, String country, List<String> linked) {
        return Reports.toll(id, place(country), count(), count())
                .setLinked(linked)
                .setStatus(pick(STATUSES))
                .build();
    }

    private @Nullable Count count() {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> Reports.dozens();
            case 2 -> Reports.atLeast(1 + random.nextInt(4));
            default -> Reports.exactly(random.nextInt(5) == 0 ? 40 : random.nextInt(6));
        };
    }

    private @Nullable Place place(String country) {
        return country.equals("SD") ? pick(SUDANESE) : pick(UKRAINIAN);
    }

    private <T> T pick(T[] from) {
        return from[random.nextInt(from.length)];
    }
}
