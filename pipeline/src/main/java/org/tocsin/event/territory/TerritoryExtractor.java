package org.tocsin.event.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
import org.tocsin.schema.Actor;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Place;
import org.tocsin.schema.TerritoryChange;
import org.tocsin.schema.TerritoryChangeKind;

/** Finds changes of control over places; the mentions of one change in an article become one event. */
public final class TerritoryExtractor implements EventExtractor<TerritoryChange> {
    private static final int MOST_EVIDENCE = 3;

    @Override
    public List<TerritoryChange> extract(Document document) {
        EventIds ids = new EventIds(document.article().id(), "territory");
        List<TerritoryChange> events = new ArrayList<>();
        for (List<TerritoryReading> group : TerritoryMerge.group(new TerritoryReader(document).read())) {
            events.add(event(document, group, ids));
        }
        return events;
    }

    private static TerritoryChange event(Document document, List<TerritoryReading> group, EventIds ids) {
        List<TerritoryReading> ranked = group.stream()
                .sorted(Comparator.comparingInt(TerritoryExtractor::weight).reversed())
                .toList();
        TerritoryReading best = ranked.get(0);
        Anchored<Place> place = best.ground().place();
        Anchored<Actor> actor = first(ranked, TerritoryReading::actor);
        Anchored<EventTime> date = date(document, ranked, best);
        Anchored<EventStatus> status = best.status();
        TerritoryChangeKind change = change(ranked, best);
        Spans spans = new Spans()
                .add("actor", actor)
                .add("change", best.change())
                .add("status", status.isRead() ? status : best.trigger());
        EventHead head = new EventHead(
                document.article(),
                evidence(ranked),
                spans,
                place,
                date,
                attribution(group),
                OntologyCodes.of("territory", change),
                confidence(best, actor),
                "territory: " + best.trigger().value());
        return head.fill(TerritoryChange.newBuilder()
                .setEventId(ids.next(
                        change,
                        place.value().getName(),
                        actor == null ? null : actor.value().getName()))
                .setArticleId(document.article().id())
                .setActor(actor == null ? null : actor.value())
                .setChange(change)
                .setStatus(status.value())
                .build());
    }

    /** A place that one mention says was taken back was taken back. */
    private static TerritoryChangeKind change(List<TerritoryReading> ranked, TerritoryReading best) {
        boolean back = ranked.stream().anyMatch(reading -> reading.change().value() == TerritoryChangeKind.RECAPTURE);
        return back && best.change().value() == TerritoryChangeKind.CAPTURE
                ? TerritoryChangeKind.RECAPTURE
                : best.change().value();
    }

    /** How much a mention tells: the one that tells most is the best evidence. */
    private static int weight(TerritoryReading reading) {
        return (reading.ground().named() ? 2 : 0)
                + (reading.actor() == null ? 0 : 2)
                + (reading.date() == null ? 0 : 1);
    }

    private static @Nullable Anchored<EventTime> date(
            Document document, List<TerritoryReading> ranked, TerritoryReading best) {
        Anchored<EventTime> told = first(ranked, TerritoryReading::date);
        ActDates dates = new ActDates(document);
        boolean fresh =
                best.status().value() == EventStatus.OCCURRED || best.status().value() == EventStatus.CLAIMED;
        return told != null || !fresh ? told : dates.of(best.sentence(), 0);
    }

    private static <T> @Nullable Anchored<T> first(
            List<TerritoryReading> ranked, Function<TerritoryReading, @Nullable Anchored<T>> field) {
        return ranked.stream().map(field).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static List<Sentence> evidence(List<TerritoryReading> ranked) {
        List<Sentence> sentences =
                ranked.stream().map(TerritoryReading::sentence).toList();
        return EventHead.distinct(sentences).stream().limit(MOST_EVIDENCE).toList();
    }

    private static List<Anchored<Attribution>> attribution(List<TerritoryReading> group) {
        return SameEvent.distinct(group.stream().flatMap(reading -> reading.attribution().stream()));
    }

    private static double confidence(TerritoryReading best, @Nullable Anchored<Actor> actor) {
        double confidence = 0.4;
        confidence += best.ground().named() ? 0.2 : 0;
        confidence += actor != null ? 0.15 : 0;
        confidence += best.change().value() == TerritoryChangeKind.CAPTURE ? 0.05 : 0;
        return Math.round(confidence * 100) / 100.0;
    }
}
