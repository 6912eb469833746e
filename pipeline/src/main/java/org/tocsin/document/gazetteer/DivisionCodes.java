package org.tocsin.document.gazetteer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;

/**
 * ISO 3166-2 codes of the first-order divisions that places carry as {@code admin1}, for example {@code UA-59} for Sumy Oblast.
 * Immutable, shared by all threads; {@link #shared()} loads it once. Some divisions have no code: ISO lists none for their
 * country, or draws its divisions otherwise (governorates of Palestine, provinces of Madagascar); docs/boundaries.md says which.
 */
public final class DivisionCodes {
    static final String TABLE = "division-codes.tsv";

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
    /** Between country and name in the key of a division that has no code. */
    private static final char KEY_SEPARATOR = '/';

    private final Map<String, Map<String, Division>> byCountry;
    private final Map<String, Division> byKey;

    /**
     * A first-order division.
     *
     * @param country ISO 3166-1 alpha-2 code
     * @param name as {@code Place.admin1} gives it
     * @param code ISO 3166-2 code; null where ISO has none
     */
    public record Division(
            String country, String name, @Nullable String code) {
        /** The ISO 3166-2 code, or country and name where there is none: {@code UA-59}, {@code PS/Gaza Strip}. */
        public String key() {
            return code == null ? keyWithoutCode(country, name) : code;
        }
    }

    private DivisionCodes(Map<String, Map<String, Division>> byCountry, Map<String, Division> byKey) {
        this.byCountry = byCountry;
        this.byKey = byKey;
    }

    private static final class Shared {
        static final DivisionCodes CODES =
                of(KnowledgeTable.load(DivisionCodes.class, TABLE, "country", "division", "code"));
    }

    /** The codes of this program, loaded on first use. */
    public static DivisionCodes shared() {
        return Shared.CODES;
    }

    /**
     * Reads and checks a table.
     *
     * @throws IllegalStateException if a code is malformed or of another country, or a division or code stands there twice
     */
    static DivisionCodes of(KnowledgeTable table) {
        Map<String, Map<String, Division>> byCountry = new LinkedHashMap<>();
        Map<String, Division> byKey = new LinkedHashMap<>();
        for (KnowledgeTable.Row row : table.rows()) {
            Division division = division(row);
            Map<String, Division> ofCountry = byCountry.computeIfAbsent(division.country(), c -> new LinkedHashMap<>());
            if (ofCountry.put(division.name(), division) != null) {
                throw row.error(
                        "the division " + division.name() + " of " + division.country() + " stands there twice");
            }
            if (byKey.put(division.key(), division) != null) {
                throw row.error("the code " + division.key() + " is given to two divisions");
            }
        }
        return new DivisionCodes(byCountry, byKey);
    }

    private static Division division(KnowledgeTable.Row row) {
        Division division = new Division(row.required("country"), row.required("division"), row.optional("code"));
        String code = division.code();
        if (code != null && !(CODE.matcher(code).matches() && code.startsWith(division.country() + "-"))) {
            throw row.error("'" + code + "' is no ISO 3166-2 code of " + division.country());
        }
        return division;
    }

    /**
     * The ISO 3166-2 code of a division.
     *
     * @param country ISO 3166-1 alpha-2 code
     * @param division its name as {@code Place.admin1} gives it
     * @return null where ISO has none, or the division is unknown
     */
    public @Nullable String code(String country, String division) {
        Division found = byCountry.getOrDefault(country, Map.of()).get(division);
        return found == null ? null : found.code();
    }

    /** The key under which a division is grouped and drawn: its code, or country and name ({@code PS/Gaza Strip}) without one. */
    public String key(String country, String division) {
        String code = code(country, division);
        return code == null ? keyWithoutCode(country, division) : code;
    }

    private static String keyWithoutCode(String country, String division) {
        return country + KEY_SEPARATOR + division;
    }

    /** The division of a code or key; null where none has it. */
    public @Nullable Division division(String key) {
        return byKey.get(key);
    }

    /** The name of a division as {@code Place.admin1} gives it, by its code or key; null where none has it. */
    public @Nullable String name(String key) {
        Division found = byKey.get(key);
        return found == null ? null : found.name();
    }

    /** The divisions of a country by key, in the order of the keys; empty for an unknown country. */
    public Map<String, Division> ofCountry(String country) {
        Map<String, Division> divisions = new TreeMap<>();
        byCountry.getOrDefault(country, Map.of()).values().forEach(division -> divisions.put(division.key(), division));
        return divisions;
    }

    /** All ISO 3166-2 codes of a country, in order; empty for a country that is unknown or has none. */
    public List<String> codes(String country) {
        return byCountry.getOrDefault(country, Map.of()).values().stream()
                .flatMap(division -> Stream.ofNullable(division.code()))
                .sorted()
                .toList();
    }
}
