package org.tocsin.document.gazetteer;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.store.InputStreamDataInput;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IntsRefBuilder;
import org.apache.lucene.util.fst.FST;
import org.apache.lucene.util.fst.FSTCompiler;
import org.apache.lucene.util.fst.PositiveIntOutputs;
import org.apache.lucene.util.fst.Util;

/** Name keys to postings: a finite-state transducer that gives, for a key, where in the postings its entries stand. Immutable; readers are made per look-up. */
final class NameIndex {
    /** One entry of a key is its number times this plus the ordinal of the {@link NameUse}. */
    static final int USES = 4;

    private final FST<Long> fst;
    private final byte[] postings;

    private NameIndex(FST<Long> fst, byte[] postings) {
        this.fst = fst;
        this.postings = postings;
    }

    /** Compiles an index. Keys must be sorted by their UTF-8 bytes, which for keys in the Basic Multilingual Plane is the order of strings. */
    static NameIndex of(SortedMap<String, int[]> postingsByKey) throws IOException {
        int bytes = postingsByKey.values().stream()
                .mapToInt(list -> 5 * (list.length + 1))
                .sum();
        byte[] buffer = new byte[bytes];
        ByteArrayDataOutput out = new ByteArrayDataOutput(buffer);
        FSTCompiler<Long> compiler =
                new FSTCompiler.Builder<>(FST.INPUT_TYPE.BYTE1, PositiveIntOutputs.getSingleton()).build();
        IntsRefBuilder scratch = new IntsRefBuilder();
        for (Map.Entry<String, int[]> key : postingsByKey.entrySet()) {
            compiler.add(Util.toIntsRef(new BytesRef(key.getKey()), scratch), (long) out.getPosition());
            out.writeVInt(key.getValue().length);
            for (int posting : key.getValue()) {
                out.writeVInt(posting);
            }
        }
        byte[] postings = Arrays.copyOf(buffer, out.getPosition());
        return new NameIndex(FST.fromFSTReader(compiler.compile(), compiler.getFSTReader()), postings);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(postings.length);
        out.write(postings);
        OutputStreamDataOutput data = new OutputStreamDataOutput(out);
        fst.save(data, data);
    }

    static NameIndex read(DataInputStream in) throws IOException {
        byte[] postings = in.readNBytes(in.readInt());
        InputStreamDataInput data = new InputStreamDataInput(in);
        FST<Long> fst = new FST<>(FST.readMetadata(data, PositiveIntOutputs.getSingleton()), data);
        return new NameIndex(fst, postings);
    }

    /** The postings of a key, each {@code entry * USES + use}; empty where the key is unknown. */
    int[] postings(String key) {
        Walk walk = new Walk();
        return walk.follow(key) ? walk.postings() : new int[0];
    }

    /** Starts to follow a key piece by piece. */
    Walk walk() {
        return new Walk();
    }

    /** A position in the transducer after the pieces that were followed. */
    final class Walk {
        private final FST.BytesReader reader = fst.getBytesReader();
        private final FST.Arc<Long> arc = fst.getFirstArc(new FST.Arc<>());
        private long output;

        /** Follows further characters of a key; false where no name goes on so. */
        boolean follow(String piece) {
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            try {
                for (byte b : bytes) {
                    if (fst.findTargetArc(b & 0xFF, arc, arc, reader) == null) {
                        return false;
                    }
                    output += arc.output();
                }
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException("The gazetteer's name index is damaged", e);
            }
        }

        /** Whether the pieces followed make a whole name. */
        boolean atName() {
            return arc.isFinal();
        }

        /** The postings of the name; empty where the pieces followed make none. */
        int[] postings() {
            if (!arc.isFinal()) {
                return new int[0];
            }
            Long last = arc.nextFinalOutput();
            return read(output + (last == null ? 0 : last));
        }

        private int[] read(long position) {
            ByteArrayDataInput in = new ByteArrayDataInput(postings);
            in.setPosition((int) position);
            int[] list = new int[in.readVInt()];
            for (int i = 0; i < list.length; i++) {
                list[i] = in.readVInt();
            }
            return list;
        }
    }
}
