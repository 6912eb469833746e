package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Sentence;
import org.tocsin.event.ActDates;
import org.tocsin.event.Anchored;
import org.tocsin.event.EventExtractor;
import org.tocsin.event.EventHead;
import org.tocsin.event.EventIds;
import org.tocsin.event.OntologyCodes;
import org.tocsin.event.SameEvent;
import org.tocsin.event.Spans;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Outcome;
import org.tocsin.schema.Place;
import org.tocsin.schema.RivalFigure;
import org.tocsin.schema.Victims;

/**
 * Finds tolls: people killed, injured, missing, captured or displaced. All sentences about one incident become one event with the last
 * valid figures; cumulative totals are events of their own.
 */
public final class CasualtyExtractor implements EventExtractor<Casualty> {
    private static final int MOST_EVIDENCE = 4;

    @Override
    public List<Casualty> extract(Document document) {
        EventIds ids = new EventIds(document.article().id(), "casualty");
        List<Casualty> events = new ArrayList<>();
        for (List<TollReading> readings : TollMerge.group(document, new TollReader(document).read())) {
            events.add(event(document, readings, ids));
        }
        return events;
    }

    private static Casualty event(Document document, List<TollReading> readings, EventIds ids) {
        Map<Outcome, Anchored<Count>> counts = new LinkedHashMap<>();
        Map<Outcome, TollLedger> ledgers = new LinkedHashMap<>();
        Spans spans = new Spans();
        for (Outcome outcome : Outcome.values()) {
            TollLedger ledger = TollLedger.of(outcome, readings);
            ledgers.put(outcome, ledger);
            Anchored<Count> count = ledger.count();
            if (count != null) {
                counts.put(outcome, count);
                spans.add(field(outcome), count);
            }
        }
        List<TollFigure> killed = versions(ledgers, Outcome.KILLED);
        List<TollFigure> injured = versions(ledgers, Outcome.INJURED);
        Stream.concat(killed.stream(), injured.stream()).forEach(figure -> spans.add("history", figure.count()));
        List<RivalFigure> rivals = TollRivals.of(ledgers, spans);
        List<Anchored<Victims>> victims = victims(readings);
        victims.forEach(group -> spans.add("victims", group));
        TollReading first = readings.get(0);
        spans.add("scope", first.scope()).add("status", first.status());
        Anchored<Place> place = place(readings);
        Anchored<EventTime> date = date(document, readings);
        EventHead head = new EventHead(
                document.article(),
                evidence(readings, counts),
                spans,
                place,
                date,
                attribution(readings),
                counts.containsKey(Outcome.CAPTURED) && !counts.containsKey(Outcome.KILLED)
                        ? OntologyCodes.of("casualty", Outcome.CAPTURED)
                        : OntologyCodes.NONE,
                place == null ? 0.55 : 0.7,
                "toll: " + counts.keySet());
        return head.fill(Casualty.newBuilder()
                .setEventId(ids.next(
                        place == null ? null : place.value().getName(),
                        first.scope().value(),
                        counts.keySet(),
                        counts.values().stream()
                                .map(count -> count.value().getBest())
                                .toList()))
                .setArticleId(document.article().id())
                .setKilled(value(counts, Outcome.KILLED))
                .setInjured(value(counts, Outcome.INJURED))
                .setMissing(value(counts, Outcome.MISSING))
                .setCaptured(value(counts, Outcome.CAPTURED))
                .setDisplaced(value(counts, Outcome.DISPLACED))
                .setVictims(victims.stream().map(Anchored::value).toList())
                .setScope(first.scope().value())
                .setHistory(TollLedger.history(killed, injured))
                .setRivals(rivals)
                .setStatus(first.status().value())
                .build());
    }

    private static List<TollFigure> versions(Map<Outcome, TollLedger> ledgers, Outcome outcome) {
        TollLedger ledger = ledgers.get(outcome);
        return ledger == null ? List.of() : ledger.versions();
    }

    private static String field(Outcome outcome) {
        return switch (outcome) {
            case KILLED -> "killed";
            case INJURED -> "injured";
            case MISSING -> "missing";
            case CAPTURED -> "captured";
            case DISPLACED -> "displaced";
            case UNKNOWN -> throw new IllegalStateException("No extractor tells an unknown outcome");
        };
    }

    private static @Nullable Count value(Map<Outcome, Anchored<Count>> counts, Outcome outcome) {
        Anchored<Count> count = counts.get(outcome);
        return count == null ? null : count.value();
    }

    /** The groups with a class, each told once for its outcome and number. */
    private static List<Anchored<Victims>> victims(List<TollReading> readings) {
        Map<Object, Anchored<Victims>> victims = new LinkedHashMap<>();
        for (TollReading reading : readings) {
            for (TollFigure figure : reading.figures()) {
                for (People.Group group : figure.groups()) {
                    if (group.kind() != null || figure.partOf()) {
                        Integer best = group.count().value().getBest();
                        Anchored<Victims> entry = group.count()
                                .map(count -> new Victims(group.text(), group.kind(), figure.outcome(), best));
                        victims.putIfAbsent(
                                List.of(
                                        group.kind() == null ? "" : group.kind(),
                                        figure.outcome(),
                                        best == null ? 0 : best),
                                entry);
                    }
                }
            }
        }
        return List.copyOf(victims.values());
    }

    /** The sentences that give the standing figures first, then the others. */
    private static List<Sentence> evidence(List<TollReading> readings, Map<Outcome, Anchored<Count>> counts) {
        List<Sentence> tellingMost = readings.stream()
                .sorted(Comparator.comparingLong((TollReading reading) -> -counts.values().stream()
                        .filter(count -> count.start() >= reading.sentence().start()
                                && count.end() <= reading.sentence().end())
                        .count()))
                .map(TollReading::sentence)
                .toList();
        return EventHead.distinct(tellingMost).stream().limit(MOST_EVIDENCE).toList();
    }

    private static @Nullable Anchored<Place> place(List<TollReading> readings) {
        return readings.stream()
                .map(TollReading::place)
                .filter(Objects::nonNull)
                .min(Comparator.comparingInt(place -> switch (place.value().getPrecision()) {
                    case SITE, TOWN, AREA -> 0;
                    case ADMIN1 -> 1;
                    case COUNTRY, UNKNOWN -> 2;
                }))
                .orElse(null);
    }

    private static @Nullable Anchored<EventTime> date(Document document, List<TollReading> readings) {
        Anchored<EventTime> own = readings.stream()
                .map(TollReading::date)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        TollReading first = readings.get(0);
        boolean total = first.scope().value() == CasualtyScope.CUMULATIVE;
        return own != null || total
                ? own
                : new ActDates(document)
                        .of(first.sentence(), first.figures().get(0).token());
    }

    private static List<Anchored<Attribution>> attribution(List<TollReading> readings) {
        return SameEvent.distinct(readings.stream().flatMap(reading -> reading.attribution().stream()));
    }
}
