package org.tocsin.serve.feed;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * The partitions that tell the changes of one collection, in a fixed order, and the text that a position in them is written as: a
 * version, the collection, a mark of the topics, and the next offset of each partition, in base64url. Immutable.
 */
public final class FeedTopics {
    private static final byte VERSION = 1;
    private static final int MOST_PARTITIONS = 100_000;

    private final FeedCollection collection;
    private final List<Source> sources;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<TopicPartition, Integer> slots = new HashMap<>();
    private final int mark;

    /**
     * A topic.
     *
     * @param name its name
     * @param id Kafka's identifier, which is another when a topic is deleted and made again
     * @param partitions how many it has
     */
    record Source(String name, Uuid id, int partitions) {}

    FeedTopics(FeedCollection collection, List<Source> sources) {
        this.collection = collection;
        this.sources = List.copyOf(sources);
        for (Source source : sources) {
            for (int partition = 0; partition < source.partitions(); partition++) {
                TopicPartition at = new TopicPartition(source.name(), partition);
                slots.put(at, partitions.size());
                partitions.add(at);
            }
        }
        mark = sources.stream().map(Source::id).toList().hashCode();
    }

    FeedCollection collection() {
        return collection;
    }

    /** The partitions; the index of each is its slot. */
    List<TopicPartition> partitions() {
        return List.copyOf(partitions);
    }

    /** The slot of a partition, where it belongs to this collection. */
    Optional<Integer> slot(TopicPartition partition) {
        return Optional.ofNullable(slots.get(partition));
    }

    /** Whether these are the same topics with as many partitions. */
    boolean isSameAs(FeedTopics other) {
        return sources.equals(other.sources);
    }

    /** A position as text. */
    String write(Position position) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(16 + 4 * partitions.size());
        out.write(VERSION);
        out.write(collection.ordinal());
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(mark).array());
        int slot = 0;
        for (Source source : sources) {
            writeNumber(out, source.partitions());
            for (int i = 0; i < source.partitions(); i++) {
                writeNumber(out, position.next(slot));
                slot++;
            }
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }

    /**
     * The position that a text stands for. Partitions that a topic has got since begin at their first record.
     *
     * @throws IllegalArgumentException if the text is no position of this collection
     * @throws PositionLost if it is one of other topics
     */
    Position read(String text) {
        try {
            ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (in.get() != VERSION || in.get() != collection.ordinal()) {
                throw new IllegalArgumentException("it belongs to another collection or version");
            }
            if (in.getInt() != mark) {
                throw new PositionLost("The position belongs to topics that are no longer there");
            }
            Position position = read(in);
            if (in.hasRemaining()) {
                throw new IllegalArgumentException("it is too long");
            }
            return position;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("it is cut off", e);
        }
    }

    private Position read(ByteBuffer in) {
        long[] next = new long[partitions.size()];
        int slot = 0;
        for (Source source : sources) {
            long told = readNumber(in);
            if (told > source.partitions() || told > MOST_PARTITIONS) {
                throw new IllegalArgumentException("it has more partitions than " + source.name());
            }
            for (int i = 0; i < told; i++) {
                next[slot + i] = readNumber(in);
            }
            slot += source.partitions();
        }
        return new Position(next);
    }

    /** Seven bits a byte, the lowest first; the highest bit says that more come. */
    private static void writeNumber(ByteArrayOutputStream out, long number) {
        long left = number;
        while (left > 0x7F) {
            out.write((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        out.write((int) left);
    }

    private static long readNumber(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            byte part = in.get();
            number |= (long) (part & 0x7F) << shift;
            if (part >= 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("it holds a number that is too large");
    }
}
