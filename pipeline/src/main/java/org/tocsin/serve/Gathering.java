package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.event.PlainJson;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.serve.query.Answered;
import org.tocsin.serve.query.Filter;
import org.tocsin.serve.query.Holdings;
import org.tocsin.serve.query.Paging;
import org.tocsin.serve.query.Slice;
import org.tocsin.stream.StoresUnavailable;

/**
 * A collection of the API: events or incidents.
 *
 * @param name as paths write it
 * @param title for people
 * @param component name of its items' schema in the OpenAPI document
 * @param idField name of the field that identifies an item
 * @param fields names of all fields that items can have
 * @param columns of its table
 * @param selecting parameters that select its items
 * @param list asks for a page
 * @param find asks for one item
 * @param record the record of an item
 */
record Gathering<T>(
        String name,
        String title,
        String component,
        String idField,
        Set<String> fields,
        List<Column> columns,
        List<Parameter<?>> selecting,
        BiFunction<Filter, Paging, Answered<Slice<T>>> list,
        Function<String, Answered<Optional<T>>> find,
        Function<T, SpecificRecord> record) {

    /** What single articles report. */
    static Gathering<EventEnvelope> events(Holdings holdings) {
        Set<String> fields = new LinkedHashSet<>();
        EventTypes.ALL.stream().map(EventType::schema).map(Schemas::of).forEach(schema -> fields.addAll(names(schema)));
        List<Parameter<?>> selecting = new ArrayList<>(FilterParameters.ALL);
        selecting.addAll(List.of(FilterParameters.ARTICLE_ID, FilterParameters.INCIDENT_ID));
        return new Gathering<>(
                Holdings.EVENTS,
                "What single articles report: one record an event and article.",
                "Event",
                "event_id",
                fields,
                Tables.EVENTS,
                selecting,
                holdings::events,
                holdings::event,
                envelope -> (SpecificRecord) envelope.getEvent());
    }

    /** What all articles together say. */
    static Gathering<Incident> incidents(Holdings holdings) {
        return new Gathering<>(
                Holdings.INCIDENTS,
                "What all articles together say of one event, with the history of its figures.",
                "Incident",
                "incident_id",
                names(Incident.getClassSchema()),
                Tables.INCIDENTS,
                FilterParameters.ALL,
                holdings::incidents,
                holdings::incident,
                incident -> incident);
    }

    /** The parameter that names the fields of the answer. */
    Parameter<Set<String>> choosing() {
        return Parameter.listOf(
                "fields",
                fields,
                "Fields of the answer, separated by commas; all where none is named.",
                idField + ",place");
    }

    /** The parameter that names an item in a path. */
    Parameter<String> id() {
        return Parameter.path(idField, "Identifier of the item.", "x");
    }

    /** Its item of an identifier with what the answer covers; 404 where there is none. */
    Answered<T> one(String id) {
        Answered<Optional<T>> found = find.apply(id);
        if (found.value().isPresent()) {
            return new Answered<>(found.value().get(), found.coverage());
        }
        if (!found.coverage().complete()) {
            throw new StoresUnavailable("The part of the state that may hold '" + id + "' cannot be read now");
        }
        throw Problem.notFound("No item of " + name + " that stands has the identifier '" + id + "'");
    }

    Item item(T held) {
        return Item.placed(idField, json(held));
    }

    ObjectNode json(T held) {
        return PlainJson.of(record.apply(held));
    }

    /** The newest day up to today on which any of its items began. */
    NewestDay newestDay(Clock now) {
        return filter -> {
            LocalDate today = LocalDate.ofInstant(now.instant(), ZoneOffset.UTC);
            Paging latest = new Paging(Paging.Sort.DATE, Paging.Direction.DESCENDING, 1, null);
            return list.apply(filter.on(Optional.empty(), Optional.of(today)), latest).value().items().stream()
                    .map(held -> json(held).at("/date/start"))
                    .filter(start -> start.isTextual())
                    .map(start -> LocalDate.parse(start.textValue()))
                    .findFirst()
                    .orElse(today);
        };
    }

    private static Set<String> names(Schema schema) {
        Set<String> names = new LinkedHashSet<>();
        schema.getFields().forEach(field -> names.add(field.name()));
        return names;
    }
}
