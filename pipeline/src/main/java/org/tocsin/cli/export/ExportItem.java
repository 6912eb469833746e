package org.tocsin.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.OntologyCodes;

/**
 * An event or an incident in plain JSON, as exports ask for it: the same questions to both.
 *
 * @param json the record
 */
public record ExportItem(JsonNode json) {
    private static final Set<String> TOOK_PLACE = Set.of("OCCURRED", "CLAIMED");

    boolean isIncident() {
        return json.has("incident_id");
    }

    String id() {
        return text(isIncident() ? "/incident_id" : "/event_id");
    }

    String type() {
        return text("/event_type");
    }

    String status() {
        return text("/status");
    }

    /** Whether it is told as something that took place. Statements have no status: they were made. */
    boolean tookPlace() {
        return status().isEmpty() || TOOK_PLACE.contains(status());
    }

    /** Its codes: those that an event carries; of an incident those of what it says. */
    OntologyCodes codes() {
        if (!isIncident()) {
            return new OntologyCodes(
                    optional("/plover_event"),
                    optional("/plover_mode"),
                    optional("/cameo_code"),
                    optional("/acled_event_type"),
                    optional("/acled_sub_event_type"));
        }
        return switch (type()) {
            case "strike" -> OntologyCodes.of("strike", text("/method"));
            case "statement" -> OntologyCodes.of("statement", text("/act"));
            case "territory" -> OntologyCodes.of("territory", text("/change"));
            case "casualty" -> OntologyCodes.of("casualty", hasOnlyCaptives() ? "CAPTURED" : "");
            default -> OntologyCodes.of(type(), "");
        };
    }

    private boolean hasOnlyCaptives() {
        return json.path("captured").isObject()
                && !json.path("killed").isObject()
                && !json.path("injured").isObject();
    }

    /** Whether it is a toll whose attack is an event of its own: to count both would count the attack twice. */
    boolean isTollOfAnotherEvent() {
        return type().equals("casualty")
                && !isIncident()
                && !json.path("linked").isEmpty();
    }

    /** First day; empty where it is unknown. */
    Optional<LocalDate> start() {
        return Optional.of(text("/date/start")).filter(day -> !day.isEmpty()).map(LocalDate::parse);
    }

    /** Whether its place has coordinates. */
    boolean hasPoint() {
        return !text("/place/lat").isEmpty() && !text("/place/lon").isEmpty();
    }

    /** Who acts: attacks, defends, takes a place or speaks; a missing node where nobody is named. */
    JsonNode actor() {
        for (String field : List.of("attacker", "speaker", "by", "actor")) {
            JsonNode actor = json.path(field);
            if (actor.isObject()) {
                return actor;
            }
        }
        return MissingNode.getInstance();
    }

    /** Whom the act is aimed at, as far as they are named actors. */
    List<JsonNode> recipients() {
        List<JsonNode> all = new ArrayList<>();
        json.path("targets").forEach(all::add);
        return all;
    }

    /** When the record became known, else when its article was published; empty where neither is known. */
    Optional<Instant> knownAt() {
        String known = text("/known_at");
        return Optional.of(known.isEmpty() ? text("/published_at") : known)
                .filter(time -> !time.isEmpty())
                .map(Instant::parse);
    }

    /** Names of the outlets that report it. */
    List<String> sources() {
        List<String> names = new ArrayList<>();
        json.path("sources").forEach(name -> names.add(name.asText()));
        Optional.ofNullable(optional("/source")).ifPresent(names::add);
        return names;
    }

    /** How many articles report it. */
    int articles() {
        return isIncident() ? json.path("article_ids").size() : 1;
    }

    /** How many events report it. */
    int mentions() {
        return isIncident() ? json.path("event_ids").size() : 1;
    }

    /** A value by its JSON pointer, as text; empty where it is not filled. */
    String text(String pointer) {
        return Objects.requireNonNullElse(optional(pointer), "");
    }

    private @Nullable String optional(String pointer) {
        JsonNode value = json.at(pointer);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
