package org.tocsin.event.interception;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
import org.tocsin.schema.Actor;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.InterceptedKind;
import org.tocsin.schema.Interception;
import org.tocsin.schema.Place;

/** Finds what air defence brought down, one event for each kind; the mentions of one interception in an article become one. */
public final class InterceptionExtractor implements EventExtractor<Interception> {
    private static final int MOST_EVIDENCE = 3;

    @Override
    public List<Interception> extract(Document document) {
        EventIds ids = new EventIds(document.article().id(), "interception");
        List<Interception> events = new ArrayList<>();
        for (List<InterceptionReading> group : InterceptionMerge.group(new InterceptionReader(document).read())) {
            Interception event = event(document, group, ids);
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }

    /** The event of a group of mentions; null where they tell neither how many nor whose defence nor where. */
    private static @Nullable Interception event(Document document, List<InterceptionReading> group, EventIds ids) {
        List<InterceptionReading> ranked = group.stream()
                .sorted(Comparator.comparingInt(InterceptionExtractor::weight).reversed())
                .toList();
        InterceptionReading best = ranked.get(0);
        Anchored<Count> count = first(ranked, reading -> reading.tally().count());
        Anchored<Actor> by = first(ranked, InterceptionReading::by);
        Anchored<Place> place = first(ranked, InterceptionReading::place);
        if (count == null && by == null && place == null) {
            return null;
        }
        Anchored<InterceptedKind> what = best.tally().what();
        Anchored<Count> launched = first(ranked, reading -> reading.tally().launched());
        Anchored<EventTime> date = date(document, ranked, best);
        Anchored<EventStatus> status = best.status();
        Spans spans = new Spans()
                .add("what", what)
                .add("count", count)
                .add("launched", launched)
                .add("by", by)
                .add("status", status.isRead() ? status : best.trigger());
        EventHead head = new EventHead(
                document.article(),
                evidence(ranked),
                spans,
                place,
                date,
                attribution(group),
                OntologyCodes.of("interception", what.value()),
                confidence(count, by, place),
                "interception: " + best.trigger().value());
        return head.fill(Interception.newBuilder()
                .setEventId(ids.next(
                        what.value(),
                        count == null ? null : count.value().getBest(),
                        by == null ? null : by.value().getName(),
                        place == null ? null : place.value().getName()))
                .setArticleId(document.article().id())
                .setBy(value(by))
                .setWhat(what.value())
                .setCount(value(count))
                .setLaunched(value(launched))
                .setStatus(status.value())
                .build());
    }

    /** How much a mention tells: the one that tells most is the best evidence. */
    private static int weight(InterceptionReading reading) {
        int known = (int) Stream.of(
                        reading.by(),
                        reading.place(),
                        reading.date(),
                        reading.tally().launched())
                .filter(Objects::nonNull)
                .count();
        return known + (reading.tally().count() == null ? 0 : 3);
    }

    private static @Nullable Anchored<EventTime> date(
            Document document, List<InterceptionReading> ranked, InterceptionReading best) {
        Anchored<EventTime> told = first(ranked, InterceptionReading::date);
        boolean fresh =
                best.status().value() == EventStatus.OCCURRED || best.status().value() == EventStatus.CLAIMED;
        return told != null || !fresh ? told : new ActDates(document).publicationDay();
    }

    private static <T> @Nullable Anchored<T> first(
            List<InterceptionReading> ranked, Function<InterceptionReading, @Nullable Anchored<T>> field) {
        for (InterceptionReading reading : ranked) {
            Anchored<T> here = field.apply(reading);
            if (here != null) {
                return here;
            }
        }
        return null;
    }

    private static List<Sentence> evidence(List<InterceptionReading> ranked) {
        List<Sentence> sentences =
                ranked.stream().map(InterceptionReading::sentence).toList();
        return EventHead.distinct(sentences).stream().limit(MOST_EVIDENCE).toList();
    }

    private static List<Anchored<Attribution>> attribution(List<InterceptionReading> group) {
        return SameEvent.distinct(group.stream().flatMap(reading -> reading.attribution().stream()));
    }

    private static double confidence(
            @Nullable Anchored<Count> count, @Nullable Anchored<Actor> by, @Nullable Anchored<Place> place) {
        double confidence = 0.5;
        confidence += count != null && count.value().getBest() != null ? 0.2 : 0;
        confidence += by != null ? 0.15 : 0;
        confidence += place != null ? 0.05 : 0;
        return Math.round(confidence * 100) / 100.0;
    }

    private static <T> @Nullable T value(@Nullable Anchored<T> anchored) {
        return anchored == null ? null : anchored.value();
    }
}
