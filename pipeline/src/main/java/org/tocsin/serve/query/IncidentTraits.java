package org.tocsin.serve.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Place;
import org.tocsin.schema.Target;

/**
 * What all articles together say, as conditions see it.
 *
 * @param incident the revision
 * @param reports finds the sentences of its reports, since an incident itself holds none; asked only where words are looked for
 */
public record IncidentTraits(Incident incident, Function<Incident, List<String>> reports) implements Traits {
    private static final Schema.@Nullable Field CONFIDENCE =
            Incident.getClassSchema().getField("confidence");

    @Override
    public String eventType() {
        return incident.getEventType();
    }

    @Override
    public @Nullable Place place() {
        return incident.getPlace();
    }

    @Override
    public @Nullable LocalDate firstDay() {
        EventTime date = incident.getDate();
        return date == null ? null : date.getStart();
    }

    @Override
    public @Nullable LocalDate lastDay() {
        EventTime date = incident.getDate();
        return date == null ? null : date.getEnd();
    }

    @Override
    public List<Actor> actors() {
        return Stream.of(Optional.ofNullable(incident.getAttacker()), Optional.ofNullable(incident.getSpeaker()))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public @Nullable Actor speaker() {
        return incident.getSpeaker();
    }

    @Override
    public List<Actor> addressees() {
        return incident.getTargets();
    }

    @Override
    public @Nullable Target target() {
        return incident.getTarget();
    }

    @Override
    public @Nullable String method() {
        return incident.getMethod() == null ? null : incident.getMethod().name();
    }

    @Override
    public @Nullable String status() {
        return incident.getStatus() == null ? null : incident.getStatus().name();
    }

    @Override
    public List<String> sources() {
        return incident.getSources();
    }

    @Override
    public @Nullable Integer killed() {
        return EventTraits.figure(incident.getKilled());
    }

    @Override
    public @Nullable Integer injured() {
        return EventTraits.figure(incident.getInjured());
    }

    @Override
    public @Nullable Double confidence() {
        return CONFIDENCE == null ? null : (Double) incident.get(CONFIDENCE.pos());
    }

    @Override
    public @Nullable Instant knownAt() {
        return incident.getKnownAt();
    }

    @Override
    public Set<String> articles() {
        return Set.copyOf(incident.getArticleIds());
    }

    @Override
    public List<String> sentences() {
        return reports.apply(incident);
    }
}
