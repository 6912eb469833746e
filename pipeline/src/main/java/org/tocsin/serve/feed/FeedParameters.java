package org.tocsin.serve.feed;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.tocsin.serve.DayInterval;
import org.tocsin.serve.FilterParameters;
import org.tocsin.serve.JsonSchemas;
import org.tocsin.serve.NewestDay;
import org.tocsin.serve.Parameter;
import org.tocsin.serve.QueryParameters;
import org.tocsin.serve.query.Filter;

/** The parameters of what tells changes. */
final class FeedParameters {
    /** Which collection. */
    static final Parameter<String> COLLECTION = Parameter.oneOf(
                    "collection",
                    FeedCollection.names(),
                    "What the changes are told of: incidents (what all articles together say) or events (what single"
                            + " articles report).",
                    "incidents")
            .orElse("incidents", com.fasterxml.jackson.databind.node.TextNode.valueOf("incidents"));

    /** Since when. */
    static final Parameter<Since> SINCE = Parameter.of(
            "since",
            JsonSchemas.text(),
            "Where to begin: the cursor of the page before, a date-time or day (by the arrival of the article that led"
                    + " to the change), or now, which answers a cursor alone.",
            "2024-11-18T07:00:00Z",
            FeedParameters::since);

    /** Resumption for pages, which cannot set headers. */
    static final Parameter<String> LAST_EVENT_ID = Parameter.text(
            "last_event_id",
            "Go on behind this message, whose id it is, as with the header Last-Event-ID, which counts before it.",
            "AQEAAAAABAECAwQ");

    /** Resumption as browsers do it. */
    static final Parameter<String> LAST_EVENT_ID_HEADER =
            Parameter.header("Last-Event-ID", "Go on behind the message of this id.", "AQEAAAAABAECAwQ");

    /** The conditions that can be asked of what changes: not those of the past. */
    static final List<Parameter<?>> FILTER = FilterParameters.ALL.stream()
            .filter(parameter -> parameter != FilterParameters.AS_OF)
            .toList();

    private FeedParameters() {}

    /** Where a page of changes begins. */
    sealed interface Since {
        /** At a position. */
        record Cursor(String text) implements Since {}

        /** With the first record of a moment. */
        record Moment(Instant moment) implements Since {}

        /** With what comes next. */
        record Now() implements Since {}
    }

    /** The collection that a request names. */
    static FeedCollection collection(QueryParameters parameters) {
        return FeedCollection.named(parameters.get(COLLECTION));
    }

    /**
     * The conditions that a request names. An interval that ends with the newest day has no end here: what comes later is newer.
     *
     * @param clock says what today is
     */
    static Filter filter(QueryParameters parameters, Clock clock) {
        Filter filter = FilterParameters.filter(parameters, NewestDay.today(clock));
        boolean open = parameters
                .find(FilterParameters.DATETIME)
                .map(DayInterval::endsWithTheNewest)
                .orElse(false);
        return open ? filter.on(filter.from(), Optional.empty()) : filter;
    }

    private static Since since(String text) {
        if (text.equals("now")) {
            return new Since.Now();
        }
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
            if (!text.matches("[A-Za-z0-9_-]+")) {
                throw new Parameter.Unreadable(
                        "it is a cursor, a date-time such as 2024-11-18T07:00:00Z, a day or now");
            }
            return new Since.Cursor(text);
        }
        try {
            return new Since.Moment(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
        } catch (DateTimeException e) {
            throw new Parameter.Unreadable("it is a date-time with Z or an offset, for example 2024-11-18T07:00:00Z");
        }
    }
}
