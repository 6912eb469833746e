package org.tocsin.stream;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.tocsin.incident.StoreKey;
import org.tocsin.schema.ArticleAccounts;
import org.tocsin.schema.CodedArticle;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;

/** The state stores: names, serdes and keys. */
final class Stores {
    /** What the coder made of each article; key: article id. */
    static final String CODED_ARTICLES = "coded-article-by-id";

    /** The events that stand; key: {@link #eventKey}. */
    static final String EVENTS = "event-by-time";

    /** What each article says and which incidents it reports; key: country and article. */
    static final String ARTICLE_ACCOUNTS = "article-accounts-by-country";

    /** Where accounts of events are found; key: country, family, lane, day and article; value: article. */
    static final String ACCOUNT_INDEX = "article-by-lane";

    /** The incidents, merged and retracted ones too; key: country and incident. */
    static final String INCIDENTS = "incident-by-country";

    /** Every revision of every incident; key: {@link #revisionKey}. */
    static final String REVISIONS = "revision-by-incident";

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

    static StoreBuilder<KeyValueStore<String, ArticleAccounts>> articleAccounts() {
        return store(ARTICLE_ACCOUNTS, RecordSerde.of(ArticleAccounts.class));
    }

    static StoreBuilder<KeyValueStore<String, String>> accountIndex() {
        return store(ACCOUNT_INDEX, Serdes.String());
    }

    static StoreBuilder<KeyValueStore<String, Incident>> incidents() {
        return store(INCIDENTS, RecordSerde.of(Incident.class));
    }

    static StoreBuilder<KeyValueStore<String, Incident>> revisions() {
        return store(REVISIONS, RecordSerde.of(Incident.class));
    }

    /** Key of a revision: the incident's identifier and the number, so that the revisions of an incident are one range in their order. */
    static String revisionKey(String incidentId, int revision) {
        return StoreKey.of(incidentId, String.format(Locale.ROOT, "%010d", revision));
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
