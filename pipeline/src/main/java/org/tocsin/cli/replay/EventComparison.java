package org.tocsin.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares the events of one article, as they were published and as they are now coded, all in plain JSON. */
public final class EventComparison {
    private final Set<String> ignored;

    /**
     * A comparison.
     *
     * @param ignored names of fields of events that may differ
     */
    public EventComparison(Set<String> ignored) {
        this.ignored = Set.copyOf(ignored);
    }

    /**
     * What differs, in the order of the published events and then of the new ones. Events are the same by their id; where that
     * changed, since it follows from place, date and the like, an event of the same type whose evidence begins at the same character
     * is the same one.
     */
    public List<EventDifference> compare(List<JsonNode> published, List<JsonNode> coded) {
        Map<String, JsonNode> left = new LinkedHashMap<>();
        coded.forEach(event -> left.put(event.path("event_id").asText(), event));
        Map<JsonNode, JsonNode> pairs = new LinkedHashMap<>();
        List<JsonNode> alone = new ArrayList<>();
        for (JsonNode before : published) {
            JsonNode after = left.remove(before.path("event_id").asText());
            if (after == null) {
                alone.add(before);
            } else {
                pairs.put(before, after);
            }
        }
        for (JsonNode before : List.copyOf(alone)) {
            sameEvidence(before, left).ifPresent(after -> {
                left.remove(after.path("event_id").asText());
                alone.remove(before);
                pairs.put(before, after);
            });
        }
        List<EventDifference> differences = new ArrayList<>();
        for (JsonNode before : published) {
            JsonNode after = pairs.get(before);
            if (after == null) {
                differences.add(new EventDifference.Gone(before));
            } else {
                changed(before, after).ifPresent(differences::add);
            }
        }
        left.values().forEach(event -> differences.add(new EventDifference.Added(event)));
        return differences;
    }

    private static Optional<JsonNode> sameEvidence(JsonNode before, Map<String, JsonNode> left) {
        JsonNode start = before.path("evidence_starts").path(0);
        return left.values().stream()
                .filter(after -> start.isNumber()
                        && after.path("event_type").equals(before.path("event_type"))
                        && after.path("evidence_starts").path(0).equals(start))
                .findFirst();
    }

    private Optional<EventDifference> changed(JsonNode before, JsonNode after) {
        List<EventDifference.FieldDifference> fields = new ArrayList<>();
        for (String name : names(before, after)) {
            if (!ignored.contains(name)) {
                compare(name, before.path(name), after.path(name), fields);
            }
        }
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new EventDifference.Changed(after, List.copyOf(fields)));
    }

    /** Goes into objects, so that the field that differs is named; lists differ as a whole. */
    private static void compare(
            String path, JsonNode before, JsonNode after, List<EventDifference.FieldDifference> fields) {
        if (before.isObject() && after.isObject()) {
            for (String name : names(before, after)) {
                compare(path + "." + name, before.path(name), after.path(name), fields);
            }
        } else if (!isSame(before, after)) {
            fields.add(new EventDifference.FieldDifference(path, before, after));
        }
    }

    /** A field that an older schema lacks is the same as one that says nothing. */
    private static boolean isSame(JsonNode before, JsonNode after) {
        return before.equals(after) || (isNothing(before) && isNothing(after));
    }

    private static boolean isNothing(JsonNode value) {
        return value instanceof MissingNode || value.isNull();
    }

    private static Set<String> names(JsonNode one, JsonNode other) {
        Set<String> names = new LinkedHashSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
