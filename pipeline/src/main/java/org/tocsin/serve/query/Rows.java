package org.tocsin.serve.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.incident.RevisionLog;
import org.tocsin.rollup.RollupDimension;
import org.tocsin.rollup.Rollups;
import org.tocsin.schema.Actor;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Place;
import org.tocsin.schema.RollupTotals;

/** Makes rows of records. Rows of one maker share what they have in common. Thread-safe. */
final class Rows {
    private final Pool pool = new Pool();
    private final Vocabulary vocabulary = new Vocabulary();

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The row of an event in the store of events. */
    Row of(String key, EventEnvelope envelope) {
        long reported = millis(envelope.getReportedAt());
        Identity identity = new Identity(key, envelope.getEventId(), 0, true, false);
        Row.Times times = new Row.Times(reported, reported, reported);
        return row(identity, EventTraits.of(envelope), times, null, Row.Groups.NONE);
    }

    /**
     * The row of a revision of an incident.
     *
     * @param key in the store of incidents or of revisions
     * @param sentences what its reports say
     */
    Row of(String key, Incident incident, List<String> sentences) {
        Identity identity = new Identity(
                key,
                incident.getIncidentId(),
                incident.getRevision(),
                RevisionLog.stands(incident),
                Rollups.counts(incident));
        Row.Times times = new Row.Times(
                millis(incident.getFirstReportedAt()),
                millis(incident.getLastReportedAt()),
                millis(incident.getKnownAt()));
        Row.Groups groups = pool.one(new Row.Groups(
                values(RollupDimension.TOWN, incident),
                values(RollupDimension.ACTOR, incident),
                values(RollupDimension.SPEAKER_TARGET, incident)));
        return row(identity, new IncidentTraits(incident, any -> sentences), times, Rollups.share(incident), groups);
    }

    private record Identity(String key, String id, int revision, boolean stands, boolean counts) {}

    private Row row(Identity identity, Traits item, Row.Times times, @Nullable RollupTotals totals, Row.Groups groups) {
        Double confidence = item.confidence();
        return new Row(
                identity.key,
                identity.id,
                pool.one(item.articles().stream().map(pool::one).toList()),
                identity.revision,
                identity.stands,
                identity.counts,
                traits(item),
                pool.one(item.actors().stream()
                        .map(actor -> pool.one(Party.of(actor)))
                        .toList()),
                targets(item),
                pool.one(item.sources().stream().distinct().map(pool::one).toList()),
                pool.one(new Row.Days(day(item.firstDay()), day(item.lastDay()))),
                times,
                point(item.place()),
                pool.one(new Row.Figures(figure(item.killed()), figure(item.injured()), pool.oneOrNull(totals))),
                confidence == null ? Double.NaN : confidence,
                groups,
                vocabulary.numbers(Conditions.texts(item)));
    }

    private Row.Traits traits(Traits item) {
        return pool.one(new Row.Traits(
                pool.one(item.eventType()),
                pool.one(item.country()),
                pool.oneOrNull(Divisions.of(item.place())),
                pool.oneOrNull(item.method()),
                pool.oneOrNull(item.status()),
                party(item.speaker())));
    }

    private @Nullable Party party(@Nullable Actor actor) {
        return actor == null ? null : pool.one(Party.of(actor));
    }

    private List<Party> targets(Traits item) {
        List<Party> targets = new ArrayList<>();
        item.addressees().forEach(actor -> targets.add(pool.one(Party.of(actor))));
        if (item.target() != null) {
            targets.add(pool.one(Party.of(item.target())));
        }
        return pool.one(List.copyOf(targets));
    }

    private List<String> values(RollupDimension dimension, Incident incident) {
        return pool.one(dimension.values(incident).stream().map(pool::one).toList());
    }

    private Row.@Nullable Point point(@Nullable Place place) {
        return place == null || place.getLat() == null || place.getLon() == null
                ? null
                : pool.one(new Row.Point(place.getLat(), place.getLon()));
    }

    private static int day(@Nullable LocalDate day) {
        return day == null ? Row.Days.NEVER : Math.toIntExact(day.toEpochDay());
    }

    private static int figure(@Nullable Integer figure) {
        return figure == null ? Row.Figures.UNKNOWN : figure;
    }

    private static long millis(@Nullable Instant time) {
        return time == null ? Row.Times.NEVER : time.toEpochMilli();
    }
}
