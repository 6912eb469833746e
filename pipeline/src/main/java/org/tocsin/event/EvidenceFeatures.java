package org.tocsin.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.schema.Count;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/** What speaks for or against an event being right, as names of features; which of them weigh how much is fitted, not written here. */
public final class EvidenceFeatures {
    private static final Set<PlacePrecision> COARSE = Set.of(PlacePrecision.ADMIN1, PlacePrecision.COUNTRY);
    private static final List<String> PARTS = List.of(
            "attacker",
            "target",
            "method",
            "weapon",
            "by",
            "launched",
            "actor",
            "quote",
            "missing",
            "captured",
            "displaced");
    private static final List<String> COUNTS = List.of("killed", "injured", "count");
    private static final List<String> KINDS = List.of("status", "act", "change", "scope", "what");
    private static final List<String> LISTS = List.of("attribution", "linked", "history", "victims", "targets");

    private EvidenceFeatures() {}

    /** The features of an event, in a fixed order. */
    public static List<String> of(SpecificRecord event) {
        EventView view = EventView.of(event);
        List<String> features = new ArrayList<>();
        features.add("any");
        Place place = view.place();
        features.add(
                place == null ? "place none" : COARSE.contains(place.getPrecision()) ? "place coarse" : "place fine");
        if (view.date() != null) {
            features.add("date");
        }
        if (view.evidence().size() > 1) {
            features.add("several mentions");
        }
        PARTS.stream().filter(part -> view.get(part) != null).forEach(features::add);
        COUNTS.stream()
                .filter(part -> view.get(part) instanceof Count count && count.getBest() != null)
                .forEach(features::add);
        KINDS.stream()
                .filter(kind -> view.get(kind) != null)
                .forEach(kind -> features.add(kind + " " + view.text(kind)));
        LISTS.stream()
                .filter(list -> view.get(list) instanceof List<?> items && !items.isEmpty())
                .forEach(features::add);
        features.add("rule " + family(view.text("rule") == null ? "" : String.valueOf(view.text("rule"))));
        return features;
    }

    /** The first words of a rule's name, without the trigger that it was found by. */
    private static String family(String rule) {
        int colon = rule.indexOf(':');
        return (colon < 0 ? rule : rule.substring(0, colon)).toLowerCase(Locale.ROOT);
    }
}
