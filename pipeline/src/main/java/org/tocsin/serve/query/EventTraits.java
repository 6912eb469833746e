package org.tocsin.serve.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.EventView;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Place;
import org.tocsin.schema.Target;

/**
 * What one article reports, as conditions see it.
 *
 * @param event the record
 * @param knownAt when it was reported
 */
public record EventTraits(EventView event, Instant knownAt) implements Traits {
    /** Fields that hold who acts, by event type. */
    private static final List<String> ACTORS = List.of("attacker", "by", "actor", "speaker");

    private static final List<String> TEXTS = List.of("quote", "content");

    /** The traits of an event in a store. */
    public static EventTraits of(EventEnvelope envelope) {
        return of((SpecificRecord) envelope.getEvent(), envelope.getReportedAt());
    }

    /** The traits of an event record. */
    public static EventTraits of(SpecificRecord event, Instant reportedAt) {
        return new EventTraits(EventView.of(event), reportedAt);
    }

    @Override
    public String eventType() {
        return event.type();
    }

    @Override
    public @Nullable Place place() {
        return event.place();
    }

    @Override
    public @Nullable LocalDate firstDay() {
        EventTime date = event.date();
        return date == null ? null : date.getStart();
    }

    @Override
    public @Nullable LocalDate lastDay() {
        EventTime date = event.date();
        return date == null ? null : date.getEnd();
    }

    @Override
    public List<Actor> actors() {
        return ACTORS.stream()
                .map(event::get)
                .filter(Actor.class::isInstance)
                .map(Actor.class::cast)
                .toList();
    }

    @Override
    public @Nullable Actor speaker() {
        return (Actor) event.get("speaker");
    }

    @Override
    public List<Actor> addressees() {
        return event.get("targets") instanceof List<?> targets
                ? targets.stream().map(Actor.class::cast).toList()
                : List.of();
    }

    @Override
    public @Nullable Target target() {
        return (Target) event.get("target");
    }

    @Override
    public @Nullable String method() {
        return event.text("method");
    }

    @Override
    public @Nullable String status() {
        return event.text("status");
    }

    @Override
    public List<String> sources() {
        return Stream.ofNullable(event.source()).toList();
    }

    @Override
    public @Nullable Integer killed() {
        return figure((Count) event.get("killed"));
    }

    @Override
    public @Nullable Integer injured() {
        return figure((Count) event.get("injured"));
    }

    @Override
    public @Nullable Double confidence() {
        return (Double) event.get("confidence");
    }

    @Override
    public Set<String> articles() {
        return Set.of(event.articleId());
    }

    @Override
    public List<String> sentences() {
        return Stream.concat(
                        event.evidence().stream(),
                        TEXTS.stream().map(event::text).flatMap(Stream::ofNullable))
                .toList();
    }

    /** The figure that a count stands for. */
    static @Nullable Integer figure(@Nullable Count count) {
        if (count == null) {
            return null;
        }
        return count.getBest() != null ? count.getBest() : count.getLow();
    }
}
