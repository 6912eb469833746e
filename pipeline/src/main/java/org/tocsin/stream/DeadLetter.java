package org.tocsin.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed, as it came.
 *
 * @param reason why
 * @param message why, for people; holds nothing of the article's text
 * @param origin where the record stands
 * @param key its key; null where it has none
 * @param value its value; null where it has none
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
public record DeadLetter(Reason reason, String message, Origin origin, byte @Nullable [] key, byte @Nullable [] value) {
    /** Header with the reason, a lower-case code such as {@code unknown-schema}. */
    public static final String REASON = "tocsin.reason";

    /** Header with the reason for people. */
    public static final String MESSAGE = "tocsin.message";

    /** Header with the topic that the record came from. */
    public static final String TOPIC = "tocsin.topic";

    /** Header with the partition, decimal. */
    public static final String PARTITION = "tocsin.partition";

    /** Header with the offset, decimal. */
    public static final String OFFSET = "tocsin.offset";

    /** Header with the record's time, milliseconds since 1970, decimal. */
    public static final String TIMESTAMP = "tocsin.timestamp";

    /** Header with the version of Tocsin that gave it up. */
    public static final String VERSION = "tocsin.version";

    private static final String OWN_VERSION = ownVersion();

    /** Why a record became a dead letter. */
    public enum Reason {
        /** The value is not in the wire format of the Schema Registry. */
        NOT_AVRO,
        /** The registry does not know the schema that the value names. */
        UNKNOWN_SCHEMA,
        /** The value does not fit its schema, or its schema is not one of articles. */
        SCHEMA_MISMATCH,
        /** The record has no key. */
        NO_KEY,
        /** The record's key differs from the article's id. */
        KEY_MISMATCH,
        /** The article has no id. */
        MISSING_ID,
        /** The article's id is too long. */
        ID_TOO_LONG,
        /** The article's id holds control characters. */
        INVALID_ID,
        /** The article has no text. */
        EMPTY_TEXT,
        /** The article's text is longer than the limit. */
        OVERSIZED,
        /** The article's title, address or source is longer than its limit. */
        FIELD_TOO_LONG,
        /** The article's publication time lies outside 1900 to 2099. */
        INVALID_PUBLISHED,
        /** The coder failed; an error of Tocsin. */
        CODER_ERROR,
        /** A later step failed; an error of Tocsin. */
        INTERNAL_ERROR;

        /** The codes of all. */
        public static List<String> codes() {
            return Arrays.stream(values()).map(Reason::code).toList();
        }

        /** The code that headers carry. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Where a record stands.
     *
     * @param topic its topic
     * @param partition its partition
     * @param offset its offset
     * @param timestamp its time, milliseconds since 1970
     */
    public record Origin(String topic, int partition, long offset, long timestamp) {}

    /** The headers that tell all this. */
    Headers headers() {
        return new RecordHeaders()
                .add(REASON, utf8(reason.code()))
                .add(MESSAGE, utf8(message))
                .add(TOPIC, utf8(origin.topic()))
                .add(PARTITION, utf8(Integer.toString(origin.partition())))
                .add(OFFSET, utf8(Long.toString(origin.offset())))
                .add(TIMESTAMP, utf8(Long.toString(origin.timestamp())))
                .add(VERSION, utf8(OWN_VERSION));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String ownVersion() {
        String version = DeadLetter.class.getPackage().getImplementationVersion();
        return version == null ? "unreleased" : version;
    }
}
