package org.tocsin.document.gazetteer;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;

/** The words that tell how a name is meant, from {@code place-cues.tsv}, {@code division-words.tsv}, {@code stop-names.tsv} and {@code preferred-readings.tsv}. */
final class PlaceCues {
    private static final Set<CueRole> NONE = EnumSet.noneOf(CueRole.class);

    private final Map<String, Set<CueRole>> roles = new HashMap<>();
    private final Map<String, DivisionWord> divisionWords = new HashMap<>();
    private final Map<String, StopReason> stopNames = new HashMap<>();
    private final Map<String, String> preferred = new HashMap<>();

    private PlaceCues() {}

    /**
     * A word for a kind of place behind its name.
     *
     * @param kind what the name before it is
     * @param number whether it stands behind one name ("region") or several ("regions")
     */
    record DivisionWord(PlaceKind kind, Count number) {
        enum Count {
            ONE,
            MANY
        }
    }

    static PlaceCues load() {
        PlaceCues cues = new PlaceCues();
        for (KnowledgeTable.Row row : table("place-cues.tsv", "cue", "role")) {
            CueRole role = constant(row, "role", CueRole.class);
            cues.roles
                    .computeIfAbsent(row.required("cue"), cue -> EnumSet.noneOf(CueRole.class))
                    .add(role);
        }
        for (KnowledgeTable.Row row : table("division-words.tsv", "word", "kind", "number")) {
            cues.divisionWords.put(
                    row.required("word"),
                    new DivisionWord(
                            constant(row, "kind", PlaceKind.class), constant(row, "number", DivisionWord.Count.class)));
        }
        for (KnowledgeTable.Row row : table("stop-names.tsv", "name", "reason")) {
            if (cues.stopNames.put(key(row, "name"), constant(row, "reason", StopReason.class)) != null) {
                throw row.error("'" + row.cell("name") + "' stands twice");
            }
        }
        for (KnowledgeTable.Row row : table("preferred-readings.tsv", "name", "code")) {
            cues.preferred.put(key(row, "name"), row.required("code"));
        }
        return cues;
    }

    private static Iterable<KnowledgeTable.Row> table(String resource, String... columns) {
        return KnowledgeTable.load(PlaceCues.class, resource, columns).rows();
    }

    private static <T extends Enum<T>> T constant(KnowledgeTable.Row row, String column, Class<T> type) {
        T value = row.constant(column, type);
        if (value == null) {
            throw row.error("column " + column + " is empty");
        }
        return value;
    }

    private static String key(KnowledgeTable.Row row, String column) {
        String key = NameKey.of(row.required(column));
        if (key.isEmpty()) {
            throw row.error("'" + row.cell(column) + "' holds no letters");
        }
        return key;
    }

    /** Whether a word or phrase, in lower case, has a role. */
    boolean is(String phrase, CueRole role) {
        return roles.getOrDefault(phrase, NONE).contains(role);
    }

    /** The kind of place that a word in lower case names; null where it names none. */
    @Nullable
    DivisionWord divisionWord(String word) {
        return divisionWords.get(word);
    }

    /** Why a name key alone is no sign of a place; null where it is. */
    @Nullable
    StopReason stop(String key) {
        return stopNames.get(key);
    }

    /** Code of the division that a bare name means whatever else bears it; null where nothing is preferred. */
    @Nullable
    String preferredDivision(String key) {
        return preferred.get(key);
    }
}
