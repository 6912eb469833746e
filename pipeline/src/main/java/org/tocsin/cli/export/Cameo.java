package org.tocsin.cli.export;

import java.util.HashMap;
import java.util.Map;
import org.tocsin.document.KnowledgeTable;

/**
 * A code of CAMEO, from whose digits its place in the hierarchy follows.
 *
 * @param code two to four digits
 */
record Cameo(String code) {
    private static final int ROOT = 2;
    private static final int BASE = 3;
    private static final Map<String, String> SCALE = load();

    /** The category of three digits. */
    String base() {
        return code.substring(0, Math.min(BASE, code.length()));
    }

    /** The category of two digits. */
    String root() {
        return code.substring(0, ROOT);
    }

    /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict, as GDELT groups the categories. */
    String quadClass() {
        int category = Integer.parseInt(root());
        if (category <= 5) {
            return "1";
        }
        return category <= 9 ? "2" : category <= 13 ? "3" : "4";
    }

    /** The Goldstein scale of the code, else of the category above it that has one; empty where none has. */
    String goldstein() {
        for (int length = code.length(); length >= ROOT; length--) {
            String scale = SCALE.get(code.substring(0, length));
            if (scale != null) {
                return scale;
            }
        }
        return "";
    }

    private static Map<String, String> load() {
        Map<String, String> table = new HashMap<>();
        for (KnowledgeTable.Row row : KnowledgeTable.load(Cameo.class, "goldstein.tsv", "cameo_code", "scale")
                .rows()) {
            table.put(row.required("cameo_code"), row.required("scale"));
        }
        return table;
    }
}
