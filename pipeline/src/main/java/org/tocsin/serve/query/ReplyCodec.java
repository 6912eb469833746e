package org.tocsin.serve.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RollupTotals;
import org.tocsin.stream.RecordSerde;

/** Replies between instances as bytes: records as the stores hold them, numbers and texts around them as Java's data streams do. */
final class ReplyCodec {
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Serde<EventEnvelope> EVENTS = RecordSerde.of(EventEnvelope.class);
    private static final Serde<Incident> INCIDENTS = RecordSerde.of(Incident.class);
    private static final Serde<RollupTotals> TOTALS = RecordSerde.of(RollupTotals.class);

    private ReplyCodec() {}

    static byte[] write(Reply reply) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(reply.instance());
            writeAll(reply.partitions(), out, DataOutputStream::writeInt);
            out.writeLong(reply.lagMs());
            out.writeLong(reply.matched());
            writeAll(reply.found(), out, ReplyCodec::write);
            writeAll(reply.rows(), out, ReplyCodec::write);
            writeAll(reply.entries(), out, ReplyCodec::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a reply.
     *
     * @throws IOException if it is none
     */
    static Reply read(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IOException("The reply is of version " + version + ", not " + VERSION);
            }
            String instance = in.readUTF();
            Set<Integer> partitions = new TreeSet<>(readAll(in, DataInputStream::readInt));
            return new Reply(
                    instance,
                    partitions,
                    in.readLong(),
                    in.readLong(),
                    readAll(in, ReplyCodec::readFound),
                    readAll(in, ReplyCodec::readRow),
                    readAll(in, ReplyCodec::readEntry));
        }
    }

    private static void write(DataOutputStream out, Reply.Found found) throws IOException {
        out.writeDouble(found.rank().value());
        out.writeUTF(found.rank().id());
        boolean event = found.item() instanceof EventEnvelope;
        out.writeBoolean(event);
        write(
                out,
                event
                        ? EVENTS.serializer().serialize("", (EventEnvelope) found.item())
                        : INCIDENTS.serializer().serialize("", (Incident) found.item()));
    }

    private static Reply.Found readFound(DataInputStream in) throws IOException {
        Rank rank = new Rank(in.readDouble(), in.readUTF());
        boolean event = in.readBoolean();
        byte[] bytes = readBytes(in);
        SpecificRecord item = event
                ? EVENTS.deserializer().deserialize("a reply", bytes)
                : INCIDENTS.deserializer().deserialize("a reply", bytes);
        return new Reply.Found(rank, item);
    }

    private static void write(DataOutputStream out, AggregateRow row) throws IOException {
        out.writeUTF(row.bucket());
        writeAll(row.groups(), out, DataOutputStream::writeUTF);
        write(out, TOTALS.serializer().serialize("", row.totals()));
        AggregateRow.Position position = row.position();
        out.writeLong(position == null ? 0 : position.count());
        if (position != null) {
            out.writeDouble(position.lat());
            out.writeDouble(position.lon());
        }
    }

    private static AggregateRow readRow(DataInputStream in) throws IOException {
        String bucket = in.readUTF();
        List<String> groups = readAll(in, bytes -> bytes.readUTF());
        RollupTotals totals = TOTALS.deserializer().deserialize("a reply", readBytes(in));
        long count = in.readLong();
        AggregateRow.@Nullable Position position =
                count == 0 ? null : new AggregateRow.Position(in.readDouble(), in.readDouble(), count);
        return new AggregateRow(bucket, groups, totals, position);
    }

    private static void write(DataOutputStream out, StoreEntry entry) throws IOException {
        write(out, entry.value().toString().getBytes(StandardCharsets.UTF_8));
        out.writeInt(entry.partition());
        out.writeUTF(entry.instance());
    }

    private static StoreEntry readEntry(DataInputStream in) throws IOException {
        JsonNode value = MAPPER.readTree(readBytes(in));
        return new StoreEntry(value, in.readInt(), in.readUTF());
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static <T> void writeAll(Iterable<T> items, DataOutputStream out, Writer<T> writer) throws IOException {
        List<T> all = new ArrayList<>();
        items.forEach(all::add);
        out.writeInt(all.size());
        for (T item : all) {
            writer.write(out, item);
        }
    }

    private static <T> List<T> readAll(DataInputStream in, Reader<T> reader) throws IOException {
        int size = in.readInt();
        List<T> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(reader.read(in));
        }
        return all;
    }

    private interface Writer<T> {
        void write(DataOutputStream out, T item) throws IOException;
    }

    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }
}
