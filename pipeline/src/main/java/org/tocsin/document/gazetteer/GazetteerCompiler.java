package org.tocsin.document.gazetteer;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compiles the records that data/gazetteer/make-records.mjs writes into {@value Gazetteer#COMPILED}. Run by hand when the data change; data/gazetteer/README.md has the command. */
public final class GazetteerCompiler {
    private static final int COLUMNS = 12;

    private final List<GazetteerEntry> entries = new ArrayList<>();
    private final Map<String, Integer> divisionNumbers = new TreeMap<>();
    private final SortedMap<String, List<Integer>> postings = new TreeMap<>();

    private GazetteerCompiler() {}

    /**
     * Compiles.
     *
     * @param args the records (TSV with a header row) and the file to write
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("Give the records file and the file to write");
        }
        GazetteerCompiler compiler = new GazetteerCompiler();
        List<String> lines = Files.readAllLines(Path.of(args[0]));
        for (String line : lines.subList(1, lines.size())) {
            compiler.add(line.split("\t", -1));
        }
        compiler.write(Path.of(args[1]));
    }

    private void add(String... cells) {
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("Entry " + entries.size() + " has " + cells.length + " cells");
        }
        GazetteerEntry entry = entry(cells);
        entries.add(entry);
        if (entry.kind() == PlaceKind.ADMIN1) {
            divisionNumbers.put(cells[3], entry.number());
        }
        Map<String, NameUse> uses = new HashMap<>();
        collect(uses, cells[9], NameUse.MAIN);
        collect(uses, cells[10], NameUse.ALIAS);
        collect(uses, cells[11], NameUse.FORM);
        uses.forEach((key, use) -> postings.computeIfAbsent(key, k -> new ArrayList<>())
                .add(entry.number() * NameIndex.USES + use.ordinal()));
    }

    private GazetteerEntry entry(String... cells) {
        int number = entries.size();
        PlaceKind kind = PlaceKind.valueOf(cells[0]);
        int admin1 = kind == PlaceKind.ADMIN1 ? number : divisionNumbers.getOrDefault(cells[3], -1);
        return new GazetteerEntry(
                number,
                kind,
                cells[8].isEmpty() ? PlaceRank.ORDINARY : PlaceRank.valueOf(cells[8]),
                cells[1],
                cells[2],
                admin1,
                null,
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                Long.parseLong(cells[6]),
                cells[7].isEmpty() ? null : Long.valueOf(cells[7]));
    }

    private static void collect(Map<String, NameUse> uses, String names, NameUse use) {
        for (String name : names.split("\\|", -1)) {
            String key = NameKey.of(name);
            if (!key.isEmpty()) {
                uses.putIfAbsent(key, use);
            }
        }
    }

    private void write(Path target) throws IOException {
        SortedMap<String, int[]> lists = new TreeMap<>();
        postings.forEach((key, list) ->
                lists.put(key, list.stream().mapToInt(Integer::intValue).toArray()));
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new BestCompression(Files.newOutputStream(target))))) {
            out.writeInt(divisionNumbers.size());
            for (Map.Entry<String, Integer> division : divisionNumbers.entrySet()) {
                out.writeUTF(division.getKey());
                out.writeInt(division.getValue());
            }
            PlaceTable.of(entries).write(out);
            NameIndex.of(lists).write(out);
        }
    }

    private static final class BestCompression extends GZIPOutputStream {
        BestCompression(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
