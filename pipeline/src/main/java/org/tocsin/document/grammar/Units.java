package org.tocsin.document.grammar;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.CountRole;

/** Words that tell what a number next to them is: units (units.tsv), the words before a designation (designation-words.tsv) and nouns of people (counted-nouns.tsv). Thread-safe. */
final class Units {
    private final Map<String, CountRole> roles;
    private final Set<String> designations;
    private final Set<String> persons;
    private final Set<String> casualties;

    private Units(Map<String, CountRole> roles, Set<String> designations, Set<String> persons, Set<String> casualties) {
        this.roles = Map.copyOf(roles);
        this.designations = Set.copyOf(designations);
        this.persons = Set.copyOf(persons);
        this.casualties = Set.copyOf(casualties);
    }

    static Units shared() {
        return Holder.SHARED;
    }

    private static Units load() {
        Map<String, CountRole> roles = new HashMap<>();
        for (KnowledgeTable.Row row :
                KnowledgeTable.load(Units.class, "units.tsv", "unit", "role").rows()) {
            CountRole role = row.constant("role", CountRole.class);
            if (role == null || roles.put(row.required("unit").toLowerCase(Locale.ROOT), role) != null) {
                throw row.error("a unit needs one role and must be given once");
            }
        }
        Set<String> designations = new HashSet<>();
        KnowledgeTable.load(Units.class, "designation-words.tsv", "word")
                .rows()
                .forEach(row -> designations.add(row.required("word")));
        Set<String> persons = new HashSet<>();
        Set<String> casualties = new HashSet<>();
        for (KnowledgeTable.Row row : KnowledgeTable.load(Units.class, "counted-nouns.tsv", "noun", "kind")
                .rows()) {
            switch (row.required("kind")) {
                case "PERSON" -> persons.add(row.required("noun"));
                case "CASUALTY" -> casualties.add(row.required("noun"));
                default -> throw row.error("kind must be PERSON or CASUALTY");
            }
        }
        return new Units(roles, designations, persons, casualties);
    }

    /** The role of a number before this unit, in lower case; null where it is no unit. */
    @Nullable
    CountRole role(String unit) {
        return roles.get(unit);
    }

    /** Whether a number behind this word, in lower case, names something ("Resolution 1701"). */
    boolean designates(String word) {
        return designations.contains(word);
    }

    /** Whether a noun, in lower case, names people ("soldiers", "others"). */
    boolean isPerson(String noun) {
        return persons.contains(noun);
    }

    /** Whether a word, in lower case, names people by what happened to them, or what happened ("dead", "casualties"). */
    boolean isCasualty(String word) {
        return casualties.contains(word);
    }

    private static final class Holder {
        static final Units SHARED = load();
    }
}
