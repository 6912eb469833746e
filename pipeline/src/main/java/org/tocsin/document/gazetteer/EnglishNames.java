package org.tocsin.document.gazetteer;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;

/** Towns that the English press calls otherwise than GeoNames' main name, from {@code english-names.tsv}. Loaded once, immutable. */
final class EnglishNames {
    private static final Map<Long, String> NAMES = load();

    private EnglishNames() {}

    /** The name to show for a place. */
    static String of(@Nullable Long geonamesId, String name) {
        return geonamesId == null ? name : NAMES.getOrDefault(geonamesId, name);
    }

    /** Whether a name key is that of a place's usual English name. */
    static boolean isUsual(@Nullable Long geonamesId, String key) {
        String usual = geonamesId == null ? null : NAMES.get(geonamesId);
        return usual != null && NameKey.of(usual).equals(key);
    }

    private static Map<Long, String> load() {
        Map<Long, String> names = new HashMap<>();
        for (KnowledgeTable.Row row : KnowledgeTable.load(
                        EnglishNames.class, "english-names.tsv", "geonames_id", "name")
                .rows()) {
            if (names.put(Long.valueOf(row.required("geonames_id")), row.required("name")) != null) {
                throw row.error(row.required("geonames_id") + " stands twice");
            }
        }
        return Map.copyOf(names);
    }
}
