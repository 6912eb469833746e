package org.tocsin.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.tocsin.article.TrustedSchemas;

/**
 * Reads and writes the records of stores and repartition topics in Avro's single-object encoding: two marker bytes, the schema's
 * 64-bit fingerprint, the record. No registry is asked, since nobody but this program reads them.
 */
public final class RecordSerde {
    static {
        TrustedSchemas.trust();
    }

    private RecordSerde() {}

    /** The serde of a record class; null stands for null. Thread-safe. */
    public static <T extends SpecificRecord> Serde<T> of(Class<T> type) {
        SpecificData data = SpecificData.getForClass(type);
        BinaryMessageEncoder<T> encoder = new BinaryMessageEncoder<>(data, data.getSchema(type));
        BinaryMessageDecoder<T> decoder = new BinaryMessageDecoder<>(data, data.getSchema(type));
        return Serdes.serdeFrom(
                (topic, item) -> item == null ? null : encode(encoder, item),
                (topic, bytes) -> bytes == null ? null : decode(decoder, bytes, topic));
    }

    private static <T> byte[] encode(BinaryMessageEncoder<T> encoder, T item) {
        try {
            ByteBuffer buffer = encoder.encode(item);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T decode(BinaryMessageDecoder<T> decoder, byte[] bytes, String topic) {
        try {
            return decoder.decode(bytes);
        } catch (MissingSchemaException e) {
            throw new SerializationException(
                    topic
                            + " holds a record of another version of Tocsin; reset the application (its state directory and"
                            + " internal topics) and let it read the articles again",
                    e);
        } catch (IOException e) {
            throw new SerializationException(topic + " holds a broken record", e);
        }
    }
}
