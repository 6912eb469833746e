package org.tocsin.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.event.EventView;

/** Groups events of one article that its coder linked: a strike with its tolls. Events without links stand alone. */
final class LinkedGroups {
    private LinkedGroups() {}

    /** The groups in the order of their first events; within a group strikes come first, then the order given. */
    static List<List<SpecificRecord>> of(List<? extends SpecificRecord> events) {
        Map<String, String> parent = new HashMap<>();
        events.forEach(event ->
                parent.put(EventView.of(event).id(), EventView.of(event).id()));
        for (SpecificRecord event : events) {
            EventView view = EventView.of(event);
            for (String other : view.linked()) {
                if (parent.containsKey(other) && EventFamily.of(view.type()) == EventFamily.STRIKE) {
                    parent.put(root(parent, other), root(parent, view.id()));
                }
            }
        }
        Map<String, List<SpecificRecord>> groups = new LinkedHashMap<>();
        for (SpecificRecord event : events) {
            groups.computeIfAbsent(root(parent, EventView.of(event).id()), id -> new ArrayList<>())
                    .add(event);
        }
        return List.copyOf(groups.values());
    }

    private static String root(Map<String, String> parent, String id) {
        String at = id;
        while (true) {
            String above = parent.getOrDefault(at, at);
            if (above.equals(at)) {
                return at;
            }
            at = above;
        }
    }
}
