package org.tocsin.document.gazetteer;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.tocsin.document.Token;
import org.tocsin.schema.Place;

/**
 * All places by name: the compiled GeoNames entries, and the countries, regions and localities of the tables beside it.
 * Immutable, shared by all threads; {@link #shared()} loads it once.
 */
public final class Gazetteer {
    static final String COMPILED = "gazetteer.bin.gz";
    /** Tokens of the longest name looked for. */
    private static final int LONGEST_NAME = 7;

    private final PlaceTable table;
    private final NameIndex names;
    private final ExtraPlaces extras;
    private final Map<String, Integer> divisions;

    private Gazetteer(PlaceTable table, NameIndex names, ExtraPlaces extras, Map<String, Integer> divisions) {
        this.divisions = divisions;
        this.table = table;
        this.names = names;
        this.extras = extras;
    }

    private static final class Shared {
        static final Gazetteer GAZETTEER = load();
    }

    /** The gazetteer of this program, loaded on first use. */
    public static Gazetteer shared() {
        return Shared.GAZETTEER;
    }

    static Gazetteer load() {
        try (InputStream in = Gazetteer.class.getResourceAsStream(COMPILED)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The gazetteer " + COMPILED + " is missing; data/gazetteer/README.md says how to make it");
            }
            byte[] all = new GZIPInputStream(new BufferedInputStream(in), 1 << 16).readAllBytes();
            return read(new DataInputStream(new ByteArrayInputStream(all)));
        } catch (IOException e) {
            throw new UncheckedIOException("The gazetteer " + COMPILED + " cannot be read", e);
        }
    }

    private static Gazetteer read(DataInputStream in) throws IOException {
        Map<String, Integer> divisions = new HashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String code = in.readUTF();
            divisions.put(code, in.readInt());
        }
        PlaceTable table = PlaceTable.read(in);
        NameIndex names = NameIndex.read(in);
        return new Gazetteer(table, names, ExtraPlaces.load(table, divisions), divisions);
    }

    /** Number of places. */
    public int size() {
        return table.size() + extras.size();
    }

    /**
     * The number of a first-order division's entry.
     *
     * @param code GeoNames code, for example {@code UA.21}
     */
    int division(String code) {
        Integer number = divisions.get(code);
        if (number == null) {
            throw new IllegalArgumentException("No first-order division has the code '" + code + "'");
        }
        return number;
    }

    /** The entries of all first-order divisions, in no order. */
    List<GazetteerEntry> divisions() {
        return divisions.values().stream().map(table::entry).toList();
    }

    /** The compiled entry with this number. */
    GazetteerEntry entry(int number) {
        return table.entry(number);
    }

    /** The places that a name can mean, in no order; empty where it is none. */
    List<Candidate> candidates(String name) {
        return candidatesOf(NameKey.of(name));
    }

    /** Every place that a name can mean, whatever the text around it says, the most populous first; empty where it is none. */
    public List<Place> readings(String name) {
        return candidates(name).stream()
                .map(Candidate::entry)
                .distinct()
                .sorted(Comparator.comparingLong(GazetteerEntry::population)
                        .reversed()
                        .thenComparingInt(GazetteerEntry::number))
                .map(entry -> entry.toPlace(name))
                .toList();
    }

    /** The places that the name with this key can mean, in no order. */
    List<Candidate> candidatesOf(String key) {
        List<Candidate> found = new ArrayList<>(extras.candidates(key));
        for (int posting : names.postings(key)) {
            GazetteerEntry entry = table.entry(posting / NameIndex.USES);
            NameUse use = NameUse.values()[posting % NameIndex.USES];
            boolean usual = use == NameUse.ALIAS && EnglishNames.isUsual(entry.geonamesId(), key);
            found.add(new Candidate(entry, usual ? NameUse.MAIN : use));
        }
        return found;
    }

    /**
     * The names that start at a token.
     *
     * @return the index behind the last token of each name found, the longest name first
     */
    List<NameSpan> spansFrom(List<Token> tokens, int from) {
        List<NameSpan> spans = new ArrayList<>(2);
        NameIndex.Walk walk = names.walk();
        boolean walking = true;
        StringBuilder key = new StringBuilder();
        int end = Math.min(tokens.size(), from + LONGEST_NAME);
        for (int to = from; to < end; to++) {
            String piece = NameKey.of(tokens.get(to).text());
            if (piece.isEmpty()) {
                break;
            }
            String next = key.length() == 0 ? piece : " " + piece;
            key.append(next);
            walking = walking && walk.follow(next);
            boolean extra = extras.startsName(key);
            if (!walking && !extra) {
                break;
            }
            String whole = key.toString();
            if (walking && walk.atName() || extra && extras.knows(whole)) {
                spans.add(0, new NameSpan(from, to + 1, whole));
            }
        }
        return spans;
    }

    /** The places that the name of a span can mean. */
    List<Candidate> candidates(NameSpan span) {
        return candidatesOf(span.key());
    }

    /** A run of tokens that is a known name. */
    record NameSpan(int from, int to, String key) {}
}
