package org.tocsin.serve;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.TrustedSchemas;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Count;
import org.tocsin.schema.DatePrecision;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.schema.Span;
import org.tocsin.schema.Strike;
import org.tocsin.schema.Target;

/** Made-up events and incidents for tests of the API. */
final class News {
    static {
        TrustedSchemas.trust();
    }

    private News() {}

    /** An attack on a place of a country, as an article reports it at nine o'clock of its day. */
    static Strike strike(String id, String article, String day, @Nullable Place place) {
        return Strike.newBuilder()
                .setEventId(id)
                .setArticleId(article)
                .setUrl("https://news.example/" + article)
                .setSource("Northline Wire")
                .setPublishedAt(Instant.parse(day + "T09:00:00Z"))
                .setEvidence(List.of("A drone hit the power plant of Hlukhiv."))
                .setSpans(List.of(new Span("method", 102, 107), new Span("place", 132, 138)))
                .setDate(day(day))
                .setPlace(place)
                .setAttacker(new Actor("Russia", "Russian forces", null, null, "RU", ActorKind.STATE))
                .setTarget(new Target("the power plant", null))
                .setMethod(Method.DRONE)
                .setStatus(EventStatus.OCCURRED)
                .setConfidence(0.75)
                .build();
    }

    static EventEnvelope reported(Strike strike) {
        return EventEnvelope.newBuilder()
                .setEventId(strike.getEventId())
                .setEventType("strike")
                .setArticleId(strike.getArticleId())
                .setCountry(strike.getPlace() == null ? "" : strike.getPlace().getCountry())
                .setReportedAt(strike.getPublishedAt())
                .setSource(strike.getSource())
                .setFingerprint(List.of())
                .setEvent(strike)
                .build();
    }

    static Incident.Builder incident(String id, String day, String country, int killed, int injured) {
        return Incident.newBuilder()
                .setIncidentId(id)
                .setEventType("strike")
                .setRevision(1)
                .setRevisionStatus(RevisionStatus.NEW)
                .setDate(day(day))
                .setPlace(place(country))
                .setMethod(Method.DRONE)
                .setSources(List.of("Northline Wire"))
                .setStatus(EventStatus.OCCURRED)
                .setKilled(new Count(killed, killed, killed, Bound.EXACT, null))
                .setInjured(new Count(injured, injured, injured, Bound.EXACT, null))
                .setFirstReportedAt(Instant.parse(day + "T09:30:00Z"))
                .setLastReportedAt(Instant.parse(day + "T19:30:00Z"))
                .setKnownAt(Instant.parse(day + "T19:31:00Z"));
    }

    static EventTime day(String day) {
        return new EventTime(LocalDate.parse(day), LocalDate.parse(day), DatePrecision.DAY, null);
    }

    /** A place with a position: Hlukhiv in Ukraine, else somewhere in the country. */
    static Place place(String country) {
        return country.equals("UA")
                ? new Place("Hlukhiv", "Hlukhiv", "Sumy Oblast", "UA", 51.67, 33.92, 707471L, PlacePrecision.TOWN)
                : new Place("Somewhere", null, null, country, 33.5, 35.5, null, PlacePrecision.TOWN);
    }
}
