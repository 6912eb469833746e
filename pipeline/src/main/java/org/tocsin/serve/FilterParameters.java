package org.tocsin.serve;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tocsin.document.gazetteer.DivisionCodes;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Method;
import org.tocsin.serve.query.Filter;

/** The parameters that select events and incidents, the same for every operation that has to do with them. */
public final class FilterParameters {
    /** Where it took place. */
    public static final Parameter<Filter.Box> BBOX = Parameter.of(
            "bbox",
            JsonSchemas.list(JsonSchemas.number(-180, 180)).put("minItems", 4).put("maxItems", 6),
            "Where it took place: west, south, east, north in degrees (WGS 84); west above east crosses the antimeridian.",
            "22,44,41,53",
            BoxText::read);

    /** When it took place. */
    public static final Parameter<DayInterval> DATETIME = Parameter.of(
            "datetime",
            JsonSchemas.text(),
            "When it took place: a day, a date-time (stands for its day, UTC) or an interval: 2024-11-01/2024-11-18,"
                    + " 2024-11-01/.., ../2024-11-18, P7D/2024-11-18 (seven days up to that one) or P7D/.. (up to the newest"
                    + " day that holds anything, not later than today).",
            "2024-11-01/2024-11-18",
            DayInterval::parse);

    /** Types of event. */
    public static final Parameter<Set<String>> EVENT_TYPE = Parameter.listOf(
            "event_type",
            EventTypes.ALL.stream().map(EventType::name).toList(),
            "Types of event, separated by commas.",
            "strike,casualty");

    /** Countries. */
    public static final Parameter<Set<String>> COUNTRY = Parameter.list(
            "country",
            JsonSchemas.pattern("[A-Z]{2}"),
            "ISO 3166-1 alpha-2 codes of the place, for statements of the speaker, separated by commas; ZZ where unknown.",
            "UA,RU",
            FilterParameters::country);

    /** First-order divisions. */
    public static final Parameter<Set<String>> ADMIN1 = Parameter.list(
            "admin1",
            JsonSchemas.pattern("[A-Z]{2}-[A-Z0-9]{1,3}|[A-Z]{2}/[^/]+"),
            "ISO 3166-2 codes of the first-order division, separated by commas; country and name (UA/Name) where it has no code.",
            "UA-59",
            FilterParameters::division);

    /** Who acts. */
    public static final Parameter<String> ACTOR = Parameter.text(
            "actor",
            "Who attacks, defends, takes a place or speaks: part of the canonical name, without case; two capital letters: the country.",
            "Russia");

    /** Whom it is aimed at. */
    public static final Parameter<String> TARGET = Parameter.text(
            "target",
            "Whom a statement or what a strike is aimed at: part of the name, the words or the kind, without case; two capital"
                    + " letters: the country.",
            "hospital");

    /** Who speaks. */
    public static final Parameter<String> SPEAKER = Parameter.text(
            "speaker",
            "Who speaks: part of the canonical name, without case; two capital letters: the country.",
            "Zelensky");

    /** Methods of attack. */
    public static final Parameter<Set<String>> METHOD = Parameter.listOf(
            "method",
            written(Method.values(), Method.UNKNOWN),
            "How a strike was delivered, separated by commas.",
            "DRONE,MISSILE");

    /** The outlet. */
    public static final Parameter<String> SOURCE =
            Parameter.text("source", "Whole name of an outlet that reports it, without case.", "Northline Wire");

    /** Least number of killed. */
    public static final Parameter<Integer> MIN_KILLED = Parameter.wholeNumber(
            "min_killed", 0, Integer.MAX_VALUE, "At least so many killed (best figure, else the low one).", 1);

    /** Least number of injured. */
    public static final Parameter<Integer> MIN_INJURED = Parameter.wholeNumber(
            "min_injured", 0, Integer.MAX_VALUE, "At least so many injured (best figure, else the low one).", 1);

    /** Least confidence. */
    public static final Parameter<Double> MIN_CONFIDENCE = Parameter.share(
            "min_confidence",
            "At least so likely right, 0 to 1; of incidents the highest confidence of their events counts.",
            "0.5");

    /** Whether it took place. */
    public static final Parameter<Set<String>> STATUS = Parameter.listOf(
            "status",
            written(EventStatus.values(), EventStatus.UNKNOWN),
            "Whether it took place, separated by commas.",
            "OCCURRED,CLAIMED");

    /** Changed since. */
    public static final Parameter<Instant> UPDATED_SINCE = Parameter.instant(
            "updated_since",
            "Reported (events) or changed (incidents) at this moment or later.",
            "2024-11-18T07:00:00Z");

    /** As known at. */
    public static final Parameter<Instant> AS_OF = Parameter.instant(
            "as_of",
            "As it was known at this moment: incidents in the revision of then, events reported by then.",
            "2024-11-20T12:00:00Z");

    /** Words. */
    public static final Parameter<Set<String>> Q = Parameter.of(
            "q",
            JsonSchemas.text(),
            "Words, all of which its sentences, place or names hold; without case.",
            "power plant",
            FilterParameters::words);

    /** The article. */
    public static final Parameter<String> ARTICLE_ID =
            Parameter.text("article_id", "What this article reports.", "a-1");

    /** The incident. */
    public static final Parameter<String> INCIDENT_ID =
            Parameter.text("incident_id", "The events that report this incident.", "strike-1");

    /** All that select both events and incidents, in the order of the documentation. */
    public static final List<Parameter<?>> ALL = List.of(
            BBOX,
            DATETIME,
            EVENT_TYPE,
            COUNTRY,
            ADMIN1,
            ACTOR,
            TARGET,
            SPEAKER,
            METHOD,
            SOURCE,
            MIN_KILLED,
            MIN_INJURED,
            MIN_CONFIDENCE,
            STATUS,
            UPDATED_SINCE,
            AS_OF,
            Q);

    private static final Set<String> COUNTRIES = countries();

    private FilterParameters() {}

    /**
     * The conditions that a request names.
     *
     * @param parameters those of an operation that declares {@link #ALL}; {@link #ARTICLE_ID} and {@link #INCIDENT_ID} count where
     *     given
     * @param newest finds the end of an interval such as {@code P7D/..}; asked only for those
     * @throws Problem 400 if a value is wrong
     */
    public static Filter filter(QueryParameters parameters, NewestDay newest) {
        Filter undated = undated(parameters);
        Optional<DayInterval> days = parameters.find(DATETIME);
        if (days.isEmpty()) {
            return undated;
        }
        DayInterval interval = days.get();
        DayInterval found = interval.endsWithTheNewest() ? interval.endingWith(newest.of(undated)) : interval;
        return undated.on(Optional.ofNullable(found.from()), Optional.ofNullable(found.to()));
    }

    /** The conditions without the days. */
    static Filter undated(QueryParameters parameters) {
        return new Filter(
                parameters.find(BBOX),
                Optional.<LocalDate>empty(),
                Optional.<LocalDate>empty(),
                parameters.find(EVENT_TYPE).orElse(Set.of()),
                parameters.find(COUNTRY).orElse(Set.of()),
                parameters.find(ADMIN1).orElse(Set.of()),
                parameters.find(ACTOR),
                parameters.find(TARGET),
                parameters.find(SPEAKER),
                parameters.find(METHOD).orElse(Set.of()),
                parameters.find(SOURCE),
                parameters.find(MIN_KILLED).map(OptionalInt::of).orElse(OptionalInt.empty()),
                parameters.find(MIN_INJURED).map(OptionalInt::of).orElse(OptionalInt.empty()),
                parameters.find(MIN_CONFIDENCE).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                parameters.find(STATUS).orElse(Set.of()),
                parameters.find(UPDATED_SINCE),
                parameters.find(AS_OF),
                parameters.find(Q).orElse(Set.of()),
                parameters.find(ARTICLE_ID),
                parameters.find(INCIDENT_ID));
    }

    private static String country(String text) {
        if (COUNTRIES.contains(text)) {
            return text;
        }
        String upper = text.toUpperCase(Locale.ROOT);
        throw new Parameter.Unreadable((COUNTRIES.contains(upper) ? "did you mean " + upper + "? " : "")
                + "It is an ISO 3166-1 alpha-2 code in capitals, for example UA, or several separated by commas");
    }

    private static String division(String text) {
        DivisionCodes codes = DivisionCodes.shared();
        if (text.matches("[A-Z]{2}/[^/]+") || text.matches("[A-Z]{2}-[A-Z0-9]{1,3}") && codes.name(text) != null) {
            return text;
        }
        List<String> ofCountry = text.matches("[A-Za-z]{2}-.*")
                ? codes.codes(text.substring(0, 2).toUpperCase(Locale.ROOT))
                : List.of();
        throw new Parameter.Unreadable(
                (ofCountry.isEmpty() ? "" : "did you mean " + NearMiss.of(text, ofCountry) + "? ")
                        + "It is an ISO 3166-2 code such as UA-59, or several separated by commas");
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Codes of ISO 3166-1, Kosovo's user-assigned one and the one for unknown. */
    private static Set<String> countries() {
        Set<String> codes = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        codes.add("XK");
        codes.add("ZZ");
        return codes;
    }

    private static <E extends Enum<E>> List<String> written(E[] values, E neverWritten) {
        return Arrays.stream(values)
                .filter(value -> value != neverWritten)
                .map(Enum::name)
                .toList();
    }
}
