package org.tocsin.serve.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.EventView;
import org.tocsin.rollup.RollupDimension;
import org.tocsin.rollup.Rollups;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Place;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.schema.Target;

/** Makes rows of records. Rows of one maker share what they have in common. Thread-safe. */
final class Rows {
    private static final List<String> ACTORS = List.of("attacker", "by", "actor", "speaker");
    private static final List<String> TEXTS = List.of("quote", "content");

    private final Pool pool = new Pool();
    private final Vocabulary vocabulary = new Vocabulary();

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The row of an event in the store of events. */
    Row of(String key, EventEnvelope envelope) {
        SpecificRecord event = (SpecificRecord) envelope.getEvent();
        EventView view = EventView.of(event);
        List<Actor> actors = ACTORS.stream()
                .map(view::get)
                .filter(Actor.class::isInstance)
                .map(Actor.class::cast)
                .toList();
        Actor speaker = view.get("speaker") instanceof Actor who ? who : null;
        List<Actor> targets = targets(view);
        Target target = view.get("target") instanceof Target what ? what : null;
        long reported = millis(envelope.getReportedAt());
        String source = envelope.getSource();
        return new Row(
                key,
                envelope.getEventId(),
                pool.one(envelope.getArticleId()),
                0,
                true,
                false,
                traits(view.type(), view.place(), speaker, view.text("method"), view.text("status")),
                parties(actors),
                aims(targets, target),
                source == null ? List.of() : pool.one(List.of(source.toLowerCase(Locale.ROOT))),
                days(view.date()),
                new Row.Times(reported, reported, reported),
                point(view.place()),
                pool.one(
                        new Row.Figures(figure((Count) view.get("killed")), figure((Count) view.get("injured")), null)),
                view.get("confidence") instanceof Double confidence ? confidence.floatValue() : Float.NaN,
                Row.Groups.NONE,
                vocabulary.numbers(Stream.of(
                                view.evidence().stream(),
                                TEXTS.stream().map(view::text),
                                names(view.place()),
                                names(actors),
                                names(targets),
                                names(target))
                        .flatMap(texts -> texts)
                        .filter(Objects::nonNull)
                        .toList()));
    }

    /**
     * The row of a revision of an incident.
     *
     * @param key in the store of incidents or of revisions
     * @param evidence sentences that tell of it
     */
    Row of(String key, Incident incident, List<String> evidence) {
        Actor speaker = incident.getSpeaker();
        List<Actor> actors = Stream.of(incident.getAttacker(), speaker)
                .filter(Objects::nonNull)
                .toList();
        boolean stands = incident.getMergedInto() == null && incident.getRevisionStatus() != RevisionStatus.RETRACTED;
        Object confidence = EventView.of(incident).get("confidence");
        return new Row(
                key,
                incident.getIncidentId(),
                "",
                incident.getRevision(),
                stands,
                Rollups.counts(incident),
                traits(
                        incident.getEventType(),
                        incident.getPlace(),
                        speaker,
                        name(incident.getMethod()),
                        name(incident.getStatus())),
                parties(actors),
                aims(incident.getTargets(), incident.getTarget()),
                pool.one(incident.getSources().stream()
                        .map(source -> pool.one(source.toLowerCase(Locale.ROOT)))
                        .toList()),
                days(incident.getDate()),
                new Row.Times(
                        millis(incident.getFirstReportedAt()),
                        millis(incident.getLastReportedAt()),
                        millis(incident.getKnownAt())),
                point(incident.getPlace()),
                pool.one(new Row.Figures(
                        figure(incident.getKilled()), figure(incident.getInjured()), Rollups.share(incident))),
                confidence instanceof Double known ? known.floatValue() : Float.NaN,
                groups(incident),
                vocabulary.numbers(Stream.of(
                                evidence.stream(),
                                names(incident.getPlace()),
                                names(actors),
                                names(incident.getTargets()),
                                names(incident.getTarget()))
                        .flatMap(texts -> texts)
                        .filter(Objects::nonNull)
                        .toList()));
    }

    private Row.Traits traits(
            String type,
            @Nullable Place place,
            @Nullable Actor speaker,
            @Nullable String method,
            @Nullable String status) {
        String country = speaker != null ? speaker.getCountry() : place == null ? null : place.getCountry();
        return pool.one(new Row.Traits(
                pool.one(type),
                pool.one(country == null ? RollupDimension.UNKNOWN_COUNTRY : country),
                pool.oneOrNull(Divisions.of(place)),
                pool.oneOrNull(method),
                pool.oneOrNull(status),
                speaker == null ? null : pool.one(Party.of(speaker))));
    }

    private List<Party> parties(List<Actor> actors) {
        return pool.one(actors.stream().map(Party::of).map(pool::one).toList());
    }

    private List<Party> aims(List<Actor> targets, @Nullable Target target) {
        List<Party> aims = new ArrayList<>(targets.size() + 1);
        targets.forEach(actor -> aims.add(pool.one(Party.of(actor))));
        if (target != null) {
            aims.add(pool.one(Party.of(target)));
        }
        return pool.one(List.copyOf(aims));
    }

    private Row.Groups groups(Incident incident) {
        return pool.one(new Row.Groups(
                values(RollupDimension.TOWN, incident),
                values(RollupDimension.ACTOR, incident),
                values(RollupDimension.SPEAKER_TARGET, incident),
                pool.one(
                        incident.getSources().stream().distinct().map(pool::one).toList())));
    }

    private List<String> values(RollupDimension dimension, Incident incident) {
        return pool.one(dimension.values(incident).stream().map(pool::one).toList());
    }

    private Row.Days days(@Nullable EventTime date) {
        return pool.one(
                date == null
                        ? new Row.Days(Row.Days.NEVER, Row.Days.NEVER)
                        : new Row.Days(
                                Math.toIntExact(date.getStart().toEpochDay()),
                                Math.toIntExact(date.getEnd().toEpochDay())));
    }

    private Row.@Nullable Point point(@Nullable Place place) {
        return place == null || place.getLat() == null || place.getLon() == null
                ? null
                : pool.one(new Row.Point(place.getLat(), place.getLon()));
    }

    private static List<Actor> targets(EventView view) {
        return view.get("targets") instanceof List<?> list
                ? list.stream()
                        .filter(Actor.class::isInstance)
                        .map(Actor.class::cast)
                        .toList()
                : List.of();
    }

    private static int figure(@Nullable Count count) {
        if (count == null) {
            return Row.Figures.UNKNOWN;
        }
        Integer figure = count.getBest() != null ? count.getBest() : count.getLow();
        return figure == null ? Row.Figures.UNKNOWN : figure;
    }

    private static long millis(@Nullable Instant time) {
        return time == null ? Row.Times.NEVER : time.toEpochMilli();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Stream<@Nullable String> names(@Nullable Place place) {
        return place == null ? Stream.of() : Stream.of(place.getName(), place.getText(), place.getAdmin1());
    }

    private static Stream<@Nullable String> names(List<Actor> actors) {
        return actors.stream()
                .flatMap(
                        actor -> Stream.of(actor.getName(), actor.getText(), actor.getRole(), actor.getOrganization()));
    }

    private static Stream<@Nullable String> names(@Nullable Target target) {
        return target == null
                ? Stream.of()
                : Stream.of(
                        target.getText(),
                        target.getKind() == null ? null : target.getKind().name());
    }
}
