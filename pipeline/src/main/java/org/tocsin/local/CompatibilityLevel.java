package org.tocsin.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** Which earlier schemas of a subject a new one must read, and be read by; Confluent's levels. */
enum CompatibilityLevel {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean readsEarlier;
    private final boolean readByEarlier;
    private final boolean transitive;

    CompatibilityLevel(boolean readsEarlier, boolean readByEarlier, boolean transitive) {
        this.readsEarlier = readsEarlier;
        this.readByEarlier = readByEarlier;
        this.transitive = transitive;
    }

    /** The level of a name in any case; {@link RegistryError} 42203 where there is none. */
    static CompatibilityLevel named(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw RegistryError.invalidCompatibility(name);
        }
    }

    /**
     * What is wrong with a new schema.
     *
     * @param candidate the new schema
     * @param earlier the subject's schemas, oldest first
     * @return one line a problem; empty where it is compatible
     */
    List<String> problems(Schema candidate, List<Schema> earlier) {
        Collection<Schema> compared =
                transitive || earlier.isEmpty() ? earlier : List.of(earlier.get(earlier.size() - 1));
        List<String> problems = new ArrayList<>();
        for (Schema old : compared) {
            if (readsEarlier) {
                addProblems(problems, candidate, old);
            }
            if (readByEarlier) {
                addProblems(problems, old, candidate);
            }
        }
        return problems;
    }

    private static void addProblems(List<String> problems, Schema reader, Schema writer) {
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .forEach(found ->
                        problems.add(found.getType() + " at " + found.getLocation() + ": " + found.getMessage()));
    }
}
