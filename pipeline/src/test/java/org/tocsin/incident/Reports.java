package org.tocsin.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.TrustedSchemas;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.Count;
import org.tocsin.schema.DatePrecision;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.InterceptedKind;
import org.tocsin.schema.Interception;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;
import org.tocsin.schema.Stance;
import org.tocsin.schema.Statement;
import org.tocsin.schema.StatementAct;
import org.tocsin.schema.Strike;
import org.tocsin.schema.TerritoryChange;
import org.tocsin.schema.TerritoryChangeKind;

/** Short ways to write the reports that the tests of incidents and rollups need. */
public final class Reports {
    public static final Place HLUKHIV = town("Hlukhiv", "Sumy Oblast", "UA", 51.678, 33.917);
    /** A village 8 km from Hlukhiv. */
    public static final Place BEREZA = town("Bereza", "Sumy Oblast", "UA", 51.690, 33.800);

    public static final Place SHOSTKA = town("Shostka", "Sumy Oblast", "UA", 51.864, 33.470);
    public static final Place SUMY_OBLAST =
            new Place("Sumy Oblast", "Sumy", "Sumy Oblast", "UA", 51.0, 34.0, null, PlacePrecision.ADMIN1);
    public static final Place UKRAINE =
            new Place("Ukraine", "Ukraine", null, "UA", 49.0, 32.0, null, PlacePrecision.COUNTRY);
    public static final Place EL_FASHER = town("El Fasher", "North Darfur", "SD", 13.629, 25.349);

    public static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    static {
        TrustedSchemas.trust();
    }

    private Reports() {}

    public static Place town(String name, String admin1, String country, double lat, double lon) {
        return new Place(name, name, admin1, country, lat, lon, null, PlacePrecision.TOWN);
    }

    public static Actor actor(String name, @Nullable String country) {
        return new Actor(name, name, null, null, country, ActorKind.STATE);
    }

    public static Count exactly(int number) {
        return new Count(number, number, number, Bound.EXACT, Integer.toString(number));
    }

    public static Count atLeast(int number) {
        return new Count(number, number, null, Bound.AT_LEAST, "at least " + number);
    }

    public static Count dozens() {
        return new Count(null, 24, null, Bound.ABOUT, "dozens");
    }

    public static EventTime on(LocalDate day) {
        return new EventTime(day, day, DatePrecision.DAY, day.toString());
    }

    /** A strike of the day on a town, told as fact. */
    public static Strike.Builder strike(String id, @Nullable Place place) {
        return Strike.newBuilder()
                .setEventId(id)
                .setArticleId("replaced")
                .setPlace(place)
                .setDate(on(DAY))
                .setStatus(EventStatus.OCCURRED);
    }

    /** A toll of the day, told as fact. */
    public static Casualty.Builder toll(
            String id, @Nullable Place place, @Nullable Count killed, @Nullable Count injured) {
        return Casualty.newBuilder()
                .setEventId(id)
                .setArticleId("replaced")
                .setPlace(place)
                .setDate(on(DAY))
                .setKilled(killed)
                .setInjured(injured)
                .setScope(CasualtyScope.INCIDENT)
                .setStatus(EventStatus.OCCURRED);
    }

    public static Interception.Builder interception(String id, @Nullable Place place, @Nullable Count count) {
        return Interception.newBuilder()
                .setEventId(id)
                .setArticleId("replaced")
                .setPlace(place)
                .setDate(on(DAY))
                .setWhat(InterceptedKind.UAV)
                .setCount(count)
                .setStatus(EventStatus.CLAIMED);
    }

    public static Statement.Builder statement(String id, Actor speaker, StatementAct act, Actor... targets) {
        return Statement.newBuilder()
                .setEventId(id)
                .setArticleId("replaced")
                .setDate(on(DAY))
                .setSpeaker(speaker)
                .setAct(act)
                .setTargets(List.of(targets));
    }

    public static TerritoryChange.Builder capture(String id, @Nullable Place place) {
        return TerritoryChange.newBuilder()
                .setEventId(id)
                .setArticleId("replaced")
                .setPlace(place)
                .setDate(on(DAY))
                .setChange(TerritoryChangeKind.CAPTURE)
                .setStatus(EventStatus.CLAIMED);
    }

    public static List<Attribution> saidBy(String name) {
        return List.of(new Attribution(actor(name, "UA"), "said", Stance.REPORTS));
    }

    /** The fingerprint of a text that is like no other's. */
    public static List<Integer> text(int number) {
        return new Random(number)
                .ints(48, 0, Integer.MAX_VALUE)
                .sorted()
                .boxed()
                .toList();
    }

    /** An article with what decides how its reports are weighed; its text is like no other's. */
    public static Source article(String id, String outlet, String published) {
        return new Source(id, outlet, Instant.parse(published), text(id.hashCode()));
    }

    /**
     * An article as reports carry it.
     *
     * @param fingerprint equal for copies of one text
     */
    public record Source(String id, @Nullable String outlet, Instant published, List<Integer> fingerprint) {
        /** The same article with the text of another. */
        public Source copying(Source original) {
            return new Source(id, outlet, published, original.fingerprint);
        }

        /** What it reports about a country. */
        public ArticleReport reports(String country, SpecificRecord... events) {
            return new ArticleReport(
                    id,
                    country,
                    List.of(events).stream()
                            .map(event -> new EventEnvelope(
                                    event.get(event.getSchema()
                                                    .getField("event_id")
                                                    .pos())
                                            .toString(),
                                    event.get(event.getSchema()
                                                    .getField("event_type")
                                                    .pos())
                                            .toString(),
                                    id,
                                    country,
                                    published,
                                    outlet,
                                    fingerprint,
                                    event))
                            .toList(),
                    null);
        }
    }

    public static Method anyMethod(int index) {
        Method[] methods = {Method.DRONE, Method.MISSILE, Method.ARTILLERY, Method.MIXED};
        return methods[Math.floorMod(index, methods.length)];
    }
}
