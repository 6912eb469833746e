package org.tocsin.stream;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.tocsin.schema.ArticleBlocks;
import org.tocsin.schema.CodedArticle;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;

/** The state stores: names, serdes and keys. */
final class Stores {
    /** What the coder made of each article; key: article id. */
    static final String CODED_ARTICLES = "coded-article-by-id";

    /** The events that stand; key: {@link #eventKey}. */
    static final String EVENTS = "event-by-time";

    /** The events that stand, as incident resolution wants them; key: country, day, family, article and event. */
    static final String MENTIONS = "mention-by-block";

    /** The incidents, merged and retracted ones too; key: country, day, family and incident. */
    static final String INCIDENTS = "incident-by-block";

    /** Which mentions each article has; key: country and article. */
    static final String ARTICLE_BLOCKS = "article-blocks-by-country";

    /** Totals; key: rollup cell. */
    static final String ROLLUPS = "rollup-by-cell";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Stores() {}

    static StoreBuilder<KeyValueStore<String, CodedArticle>> codedArticles() {
        return store(CODED_ARTICLES, RecordSerde.of(CodedArticle.class));
    }

    static StoreBuilder<KeyValueStore<String, EventEnvelope>> events() {
        return store(EVENTS, RecordSerde.of(EventEnvelope.class));
    }

    static StoreBuilder<KeyValueStore<String, EventEnvelope>> mentions() {
        return store(MENTIONS, RecordSerde.of(EventEnvelope.class));
    }

    static StoreBuilder<KeyValueStore<String, Incident>> incidents() {
        return store(INCIDENTS, RecordSerde.of(Incident.class));
    }

    static StoreBuilder<KeyValueStore<String, ArticleBlocks>> articleBlocks() {
        return store(ARTICLE_BLOCKS, RecordSerde.of(ArticleBlocks.class));
    }

    /** Key of an event: when it was reported and its identifier, so that the keys sort by time. */
    static String eventKey(Instant reportedAt, String eventId) {
        return TIME.format(reportedAt) + "/" + eventId;
    }

    /** The lowest key of events reported at or after a moment. */
    static String eventsFrom(Instant moment) {
        return TIME.format(moment);
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }
}
