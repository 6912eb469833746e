package org.tocsin.incident;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;

/**
 * Countries that dispute land ({@code theatres.tsv}), so that one report places a village in the one and another in the other.
 * Reports of all countries of a theatre are resolved together.
 */
final class Theatres {
    private static final Map<String, String> KEYS = load();

    private Theatres() {}

    /** The key under which reports of a country are kept: the first country of its theatre, itself where it disputes none. */
    static String key(String country) {
        return KEYS.getOrDefault(country, country);
    }

    /** Whether two countries are known and lie in different theatres. */
    static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !key(one).equals(key(other));
    }

    private static Map<String, String> load() {
        Map<String, String> keys = new HashMap<>();
        for (KnowledgeTable.Row row :
                KnowledgeTable.load(Theatres.class, "theatres.tsv", "countries").rows()) {
            List<String> countries = row.several("countries");
            for (String country : countries) {
                if (keys.put(country, countries.get(0)) != null) {
                    throw row.error("the country " + country + " stands in two theatres");
                }
            }
        }
        return Map.copyOf(keys);
    }
}
