package org.tocsin.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents 1.0 attributes of the records of a topic, in the binary mode of the Kafka protocol binding: headers with the prefix
 * {@code ce_}. There is no {@code ce_dataschema}: the value itself begins with the id of its schema.
 */
public final class CloudEvent {
    /** Version of the CloudEvents specification. */
    public static final String VERSION = "ce_specversion";

    /** Different for each record: the record's key, and what tells its versions apart. */
    public static final String ID = "ce_id";

    /** The topic that the record was written to. */
    public static final String SOURCE = "ce_source";

    /** What happened; ends with {@code .retracted} where something was taken back. */
    public static final String TYPE = "ce_type";

    /** Time of the article that caused the record, ISO 8601 in UTC. */
    public static final String TIME = "ce_time";

    /** The record's key. */
    public static final String SUBJECT = "ce_subject";

    /** Media type of the value; absent where there is none. */
    public static final String CONTENT_TYPE = "content-type";

    /** The media type of values: Avro in Confluent's wire format. */
    public static final String MEDIA_TYPE = "application/vnd.confluent.avro";

    private static final String PREFIX = "ce_";
    private static final Header VERSION_1 = header(VERSION, "1.0");
    private static final Header AVRO = header(CONTENT_TYPE, MEDIA_TYPE);

    private final Header source;
    private final Header type;
    private final Header retracted;

    /**
     * The attributes that all records of a topic share.
     *
     * @param topic name of the topic
     * @param type what its records tell, for example {@code org.tocsin.event.strike}
     */
    CloudEvent(String topic, String type) {
        this.source = header(SOURCE, "/tocsin/" + topic);
        this.type = header(TYPE, type);
        this.retracted = header(TYPE, type + ".retracted");
    }

    /** All headers that a record may have. */
    public static List<String> names() {
        return List.of(VERSION, ID, SOURCE, TYPE, TIME, SUBJECT, CONTENT_TYPE);
    }

    /**
     * The headers of a record.
     *
     * @param before those that it has so far; of these no attribute of another CloudEvent stays, such as one that an article brought along
     * @param key the record's key
     * @param version what tells this record from others of its key
     * @param time of the record, milliseconds since 1970
     * @param value what the record holds; null for a retraction
     */
    Headers headers(Headers before, String key, String version, long time, @Nullable Object value) {
        RecordHeaders headers = new RecordHeaders();
        Arrays.stream(before.toArray())
                .filter(header ->
                        !header.key().startsWith(PREFIX) && !header.key().equals(CONTENT_TYPE))
                .forEach(headers::add);
        headers.add(VERSION_1)
                .add(header(ID, key + "/" + version))
                .add(source)
                .add(value == null ? retracted : type)
                .add(header(TIME, Instant.ofEpochMilli(time).toString()))
                .add(header(SUBJECT, key));
        return value == null ? headers : headers.add(AVRO);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
