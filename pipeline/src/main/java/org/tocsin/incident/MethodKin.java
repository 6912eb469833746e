package org.tocsin.incident;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.schema.Method;

/** Which methods of attack reports mix up: those that share a group of {@code method-kin.tsv}. */
final class MethodKin {
    private static final String ANY = "any";
    private static final Map<Method, Set<String>> GROUPS = load();

    private MethodKin() {}

    /** Whether two reports that give these methods may be about one attack; null is a method not given. */
    static boolean compatible(@Nullable Method one, @Nullable Method other) {
        if (one == null || other == null) {
            return true;
        }
        Set<String> here = groups(one);
        Set<String> there = groups(other);
        return here.contains(ANY) || there.contains(ANY) || !Collections.disjoint(here, there);
    }

    /** Whether a method says how a strike was delivered, not only that it was. */
    static boolean isSpecific(Method method) {
        return !groups(method).contains(ANY);
    }

    private static Set<String> groups(Method method) {
        return Objects.requireNonNull(GROUPS.get(method));
    }

    private static Map<Method, Set<String>> load() {
        Map<Method, Set<String>> groups = new EnumMap<>(Method.class);
        KnowledgeTable table = KnowledgeTable.load(MethodKin.class, "method-kin.tsv", "method", "groups");
        for (KnowledgeTable.Row row : table.rows()) {
            Method method = row.constant("method", Method.class);
            if (method == null || row.several("groups").isEmpty()) {
                throw row.error("a method and its groups are needed");
            }
            if (groups.put(method, Set.copyOf(row.several("groups"))) != null) {
                throw row.error(method + " stands twice");
            }
        }
        for (Method method : Method.values()) {
            if (!groups.containsKey(method)) {
                throw new IllegalStateException(table.resource() + ": no row for " + method);
            }
        }
        return groups;
    }
}
