package org.tocsin.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.event.Coder;
import org.tocsin.event.EventType;
import org.tocsin.incident.Reports;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Interception;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;
import org.tocsin.schema.Statement;
import org.tocsin.schema.StatementAct;
import org.tocsin.schema.Strike;
import org.tocsin.schema.TerritoryChange;

/**
 * A coder that reads one event a line, fields between bars, {@code -} where nothing is told; other lines are words without meaning:
 *
 * <pre>
 * strike|PLACE|DAY|STATUS|METHOD|ATTACKER|KILLED|INJURED
 * toll|PLACE|DAY|STATUS|KILLED|INJURED
 * interception|PLACE|DAY|STATUS|BROUGHT DOWN|LAUNCHED
 * statement|SPEAKER|DAY|ACT|TARGET,TARGET
 * capture|PLACE|DAY|STATUS
 * </pre>
 *
 * Figures are {@code 7}, {@code 7+} (at least) or {@code dozens}.
 */
public final class HistoryCoder {
    static final List<String> PLACES =
            List.of("Hlukhiv", "Bereza", "Shostka", "Sumy Oblast", "Ukraine", "El Fasher", "-");
    static final List<String> SPEAKERS = List.of("Dmitry Peskov", "Andrii Sybiha", "African Union");

    private static final Map<String, Place> PLACE_BY_NAME = Map.of(
            "Hlukhiv", Reports.HLUKHIV,
            "Bereza", Reports.BEREZA,
            "Shostka", Reports.SHOSTKA,
            "Sumy Oblast", Reports.SUMY_OBLAST,
            "Ukraine", Reports.UKRAINE,
            "El Fasher", Reports.EL_FASHER);

    private static final Map<String, String> COUNTRY_OF_SPEAKER = Map.of("Dmitry Peskov", "RU", "Andrii Sybiha", "UA");

    private HistoryCoder() {}

    /** The coder. */
    public static Coder coder() {
        return new Coder(
                article -> new Document(article, null, List.of()),
                List.of(
                        new EventType<>("casualty", Casualty.class, () -> document -> of(document, Casualty.class)),
                        new EventType<>(
                                "interception", Interception.class, () -> document -> of(document, Interception.class)),
                        new EventType<>("statement", Statement.class, () -> document -> of(document, Statement.class)),
                        new EventType<>("strike", Strike.class, () -> document -> of(document, Strike.class)),
                        new EventType<>(
                                "territory",
                                TerritoryChange.class,
                                () -> document -> of(document, TerritoryChange.class))));
    }

    private static <E extends SpecificRecord> List<E> of(Document document, Class<E> type) {
        List<E> events = new ArrayList<>();
        Map<String, Integer> numbers = new TreeMap<>();
        document.article()
                .text()
                .lines()
                .map(line -> line.split("\\|"))
                .filter(line -> line.length > 3)
                .forEach(line -> {
                    // the same act of the same place keeps its identifier when the rest of the article changes
                    String act = line[0] + " " + line[1];
                    String id = document.article().id() + "#" + act + " " + numbers.merge(act, 1, Integer::sum);
                    for (SpecificRecord event : events(line, document.article().id(), id)) {
                        if (type.isInstance(event)) {
                            events.add(type.cast(event));
                        }
                    }
                });
        return events;
    }

    private static List<SpecificRecord> events(String[] line, String article, String id) {
        return switch (line[0]) {
            case "strike" -> strike(line, article, id);
            case "toll" -> List.of(toll(line, article, id, line[4], line[5], List.of()));
            case "interception" ->
                List.of(Reports.interception(id, place(line[1]), count(line[4]))
                        .setArticleId(article)
                        .setDate(Reports.on(LocalDate.parse(line[2])))
                        .setStatus(EventStatus.valueOf(line[3]))
                        .setLaunched(count(line[5]))
                        .build());
            case "statement" ->
                List.of(Reports.statement(id, speaker(line[1]), StatementAct.valueOf(line[3]), targets(line[4]))
                        .setArticleId(article)
                        .setDate(Reports.on(LocalDate.parse(line[2])))
                        .build());
            case "capture" ->
                List.of(Reports.capture(id, place(line[1]))
                        .setArticleId(article)
                        .setDate(Reports.on(LocalDate.parse(line[2])))
                        .setStatus(EventStatus.valueOf(line[3]))
                        .build());
            default -> throw new IllegalArgumentException("The test tells of an unknown act: " + line[0]);
        };
    }

    private static List<SpecificRecord> strike(String[] line, String article, String id) {
        Strike strike = Reports.strike(id, place(line[1]))
                .setArticleId(article)
                .setDate(Reports.on(LocalDate.parse(line[2])))
                .setStatus(EventStatus.valueOf(line[3]))
                .setMethod(line[4].equals("-") ? null : Method.valueOf(line[4]))
                .setAttacker(line[5].equals("-") ? null : Reports.actor(line[5], "RU"))
                .setLinked(List.of(id + " toll"))
                .build();
        return List.of(strike, toll(line, article, id + " toll", line[6], line[7], List.of(id)));
    }

    private static Casualty toll(
            String[] line, String article, String id, String killed, String injured, List<String> linked) {
        return Reports.toll(id, place(line[1]), count(killed), count(injured))
                .setArticleId(article)
                .setDate(Reports.on(LocalDate.parse(line[2])))
                .setStatus(EventStatus.valueOf(line[3]))
                .setLinked(linked)
                .build();
    }

    private static @Nullable Place place(String name) {
        return PLACE_BY_NAME.get(name);
    }

    private static Actor speaker(String name) {
        return Reports.actor(name, COUNTRY_OF_SPEAKER.get(name));
    }

    private static Actor[] targets(String names) {
        return Arrays.stream(names.split(",")).map(HistoryCoder::speaker).toArray(Actor[]::new);
    }

    private static @Nullable Count count(String figure) {
        if (figure.equals("-")) {
            return null;
        }
        if (figure.equals("dozens")) {
            return Reports.dozens();
        }
        return figure.endsWith("+")
                ? Reports.atLeast(Integer.parseInt(figure.substring(0, figure.length() - 1)))
                : Reports.exactly(Integer.parseInt(figure));
    }
}
