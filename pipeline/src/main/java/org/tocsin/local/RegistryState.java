package org.tocsin.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What the registry knows: schemas by id, versions by subject, compatibility levels. Not thread-safe. */
final class RegistryState {
    /** One version of a subject. */
    record Version(String subject, int version, int id, String schema) {}

    private final NavigableMap<Integer, String> schemas = new TreeMap<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final NavigableMap<String, NavigableMap<Integer, Version>> subjects = new TreeMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private CompatibilityLevel globalLevel = CompatibilityLevel.BACKWARD;

    void put(Version version) {
        schemas.put(version.id(), version.schema());
        ids.put(canonical(version.schema()), version.id());
        subjects.computeIfAbsent(version.subject(), subject -> new TreeMap<>()).put(version.version(), version);
    }

    void putLevel(@Nullable String subject, CompatibilityLevel level) {
        if (subject == null) {
            globalLevel = level;
        } else {
            levels.put(subject, level);
        }
    }

    void removeLevel(String subject) {
        levels.remove(subject);
    }

    CompatibilityLevel globalLevel() {
        return globalLevel;
    }

    /** The level set for a subject; null where the global one holds. */
    @Nullable
    CompatibilityLevel levelOf(String subject) {
        return levels.get(subject);
    }

    Set<String> subjects() {
        return new TreeSet<>(subjects.keySet());
    }

    /** The versions of a subject; {@link RegistryError} 40401 where there is none. */
    NavigableMap<Integer, Version> versions(String subject) {
        NavigableMap<Integer, Version> versions = subjects.get(subject);
        if (versions == null) {
            throw RegistryError.subjectNotFound(subject);
        }
        return versions;
    }

    /** The version of a subject by number or "latest"; {@link RegistryError} where there is none. */
    Version version(String subject, String number) {
        NavigableMap<Integer, Version> versions = versions(subject);
        if (number.equals("latest")) {
            return versions.lastEntry().getValue();
        }
        int wanted = versionNumber(number);
        Version version = versions.get(wanted);
        if (version == null) {
            throw RegistryError.versionNotFound(wanted);
        }
        return version;
    }

    /** The text of a schema; {@link RegistryError} 40403 where there is none. */
    String schema(int id) {
        String schema = schemas.get(id);
        if (schema == null) {
            throw RegistryError.schemaNotFound();
        }
        return schema;
    }

    /** Every subject and version under which a schema stands. */
    List<Version> uses(int id) {
        schema(id);
        return subjects.values().stream()
                .flatMap(versions -> versions.values().stream())
                .filter(version -> version.id() == id)
                .toList();
    }

    /** The version of a subject that has this very schema; null where there is none. */
    @Nullable
    Version find(String subject, Schema schema) {
        NavigableMap<Integer, Version> versions = subjects.get(subject);
        Integer id = ids.get(schema.toString());
        if (versions == null || id == null) {
            return null;
        }
        return versions.values().stream()
                .filter(version -> version.id() == id)
                .findFirst()
                .orElse(null);
    }

    /** What a schema would be as the next version of a subject: a known schema keeps its id. */
    Version next(String subject, Schema schema, String text) {
        NavigableMap<Integer, Version> versions = subjects.get(subject);
        int number = versions == null ? 1 : versions.lastKey() + 1;
        Integer known = ids.get(schema.toString());
        int id = known != null ? known : schemas.isEmpty() ? 1 : schemas.lastKey() + 1;
        return new Version(subject, number, id, text);
    }

    /** The parsed schemas of a subject, oldest first; empty where there is none. */
    List<Schema> history(String subject) {
        List<Schema> history = new ArrayList<>();
        NavigableMap<Integer, Version> versions = subjects.get(subject);
        if (versions != null) {
            versions.values().forEach(version -> history.add(new Schema.Parser().parse(version.schema())));
        }
        return history;
    }

    private static String canonical(String schema) {
        return new Schema.Parser().parse(schema).toString();
    }

    private static int versionNumber(String number) {
        try {
            int parsed = Integer.parseInt(number);
            if (parsed > 0) {
                return parsed;
            }
        } catch (NumberFormatException e) {
            throw RegistryError.invalidVersion(number);
        }
        throw RegistryError.invalidVersion(number);
    }
}
