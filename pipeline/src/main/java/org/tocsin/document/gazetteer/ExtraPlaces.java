package org.tocsin.document.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;

/** Places from our own tables: {@code countries.tsv} and {@code localities.tsv} (villages, quarters, camps, facilities, seas, regions). */
final class ExtraPlaces {
    private final Map<String, List<Candidate>> byKey = new HashMap<>();
    private final Set<String> prefixes = new HashSet<>();
    private final Map<String, Integer> divisions;
    private final PlaceTable table;
    private int next;

    private ExtraPlaces(PlaceTable table, Map<String, Integer> divisions) {
        this.table = table;
        this.divisions = divisions;
        this.next = table.size();
    }

    static ExtraPlaces load(PlaceTable table, Map<String, Integer> divisions) {
        ExtraPlaces places = new ExtraPlaces(table, divisions);
        KnowledgeTable.load(ExtraPlaces.class, "countries.tsv", "code", "name", "variants", "lat", "lon")
                .rows()
                .forEach(places::addCountry);
        KnowledgeTable.load(
                        ExtraPlaces.class,
                        "localities.tsv",
                        "kind",
                        "name",
                        "variants",
                        "country",
                        "admin1",
                        "lat",
                        "lon",
                        "population")
                .rows()
                .forEach(places::addLocality);
        return places;
    }

    int size() {
        return next - table.size();
    }

    List<Candidate> candidates(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    boolean knows(String key) {
        return byKey.containsKey(key);
    }

    /** Whether some name begins with these whole words. */
    boolean startsName(CharSequence words) {
        return prefixes.contains(words.toString());
    }

    private void addCountry(KnowledgeTable.Row row) {
        String code = row.required("code");
        if (!code.matches("[A-Z]{2}")) {
            throw row.error("'" + code + "' is no ISO 3166-1 alpha-2 code");
        }
        add(row, PlaceKind.COUNTRY, code, -1, 0);
    }

    private void addLocality(KnowledgeTable.Row row) {
        PlaceKind kind = row.constant("kind", PlaceKind.class);
        if (kind == null || kind == PlaceKind.COUNTRY || kind.isDivision()) {
            throw row.error("kind must be TOWN, AREA or SITE");
        }
        String population = row.optional("population");
        add(
                row,
                kind,
                row.optional("country"),
                division(row),
                population == null ? 0 : (long) number(row, "population", 0, 50_000_000));
    }

    private int division(KnowledgeTable.Row row) {
        String code = row.optional("admin1");
        if (code == null) {
            return -1;
        }
        Integer number = divisions.get(code);
        if (number == null) {
            throw row.error("no first-order division has the code '" + code + "'");
        }
        return number;
    }

    private void add(KnowledgeTable.Row row, PlaceKind kind, @Nullable String country, int admin1, long population) {
        GazetteerEntry entry = new GazetteerEntry(
                next,
                kind,
                PlaceRank.ORDINARY,
                row.required("name"),
                country,
                admin1,
                admin1 < 0 ? null : table.entry(admin1).name(),
                number(row, "lat", -90, 90),
                number(row, "lon", -180, 180),
                population,
                null);
        next++;
        name(row, entry, entry.name(), NameUse.MAIN);
        row.several("variants").forEach(variant -> name(row, entry, variant, NameUse.MAIN));
    }

    private void name(KnowledgeTable.Row row, GazetteerEntry entry, String name, NameUse use) {
        String key = NameKey.of(name);
        if (key.isEmpty()) {
            throw row.error("'" + name + "' holds no letters");
        }
        byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(new Candidate(entry, use));
        for (int space = key.indexOf(' '); space > 0; space = key.indexOf(' ', space + 1)) {
            prefixes.add(key.substring(0, space));
        }
        prefixes.add(key);
    }

    private static double number(KnowledgeTable.Row row, String column, double low, double high) {
        double value;
        try {
            value = Double.parseDouble(row.required(column));
        } catch (NumberFormatException e) {
            throw row.error(column + " is no number");
        }
        if (value < low || value > high) {
            throw row.error(column + " is " + value + ", outside " + low + " to " + high);
        }
        return value;
    }
}
