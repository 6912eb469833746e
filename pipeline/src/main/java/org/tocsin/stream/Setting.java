package org.tocsin.stream;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.tocsin.article.ArticleIntake;
import org.tocsin.incident.ReportLedger;

/** The settings that are Tocsin's own. Those of Kafka and of the Schema Registry client keep their names and stand beside them. */
public enum Setting {
    /** Prefix of every topic. */
    TOPIC_PREFIX("tocsin.topic.prefix", "", "Put before the name of every topic, for example 'newsroom.'."),
    /** Copies of each partition. */
    REPLICATION("tocsin.topic.replication.factor", "-1", "Copies of each partition; -1 leaves it to the broker."),
    /** Partitions of the articles. */
    ARTICLES_PARTITIONS(
            "tocsin.topic.articles.partitions", "4", "Partitions of the articles: as many coders can work at once."),
    /** How long articles are kept. */
    ARTICLES_RETENTION("tocsin.topic.articles.retention.ms", days(30), "How long articles are kept; -1 for ever."),
    /** Partitions of each event topic. */
    EVENTS_PARTITIONS("tocsin.topic.events.partitions", "4", "Partitions of each topic of events."),
    /** How long events are kept. */
    EVENTS_RETENTION("tocsin.topic.events.retention.ms", days(365), "How long events are kept; -1 for ever."),
    /** Partitions of incidents and of what is resolved and summed behind them. */
    INCIDENTS_PARTITIONS(
            "tocsin.topic.incidents.partitions",
            "4",
            "Partitions of incidents and their revisions: over as many the countries and the rollups are spread."
                    + " Fixed once the pipeline has run."),
    /** How long revisions are kept. */
    REVISIONS_RETENTION(
            "tocsin.topic.incidents.revisions.retention.ms",
            days(365),
            "How long revisions of incidents are kept; -1 for ever. Incidents themselves are compacted and stay."),
    /** How long dead letters are kept. */
    DEAD_LETTERS_RETENTION(
            "tocsin.topic.articles.dead-letters.retention.ms",
            days(30),
            "How long articles that could not be coded are kept; -1 for ever."),
    /** Longest article. */
    ARTICLE_LIMIT(
            "tocsin.article.max.characters",
            Integer.toString(ArticleIntake.DEFAULT_LONGEST_TEXT),
            "Longest text of an article in characters; a longer one becomes a dead letter."),
    /** How long an incident stays open. */
    INCIDENT_CLOSE_AFTER(
            "tocsin.incident.close.after.ms",
            Long.toString(ReportLedger.CLOSE_AFTER.toMillis()),
            "How long an incident stays open without reports; after that only a direct match opens it again."
                    + " Fixed once the pipeline has run."),
    /** What reads and writes the values of topics. */
    VALUE_SERDE(
            "tocsin.value.serde",
            RegistryAvroSerde.class.getName(),
            "Class that reads and writes the values of all topics; any Serde on the class path, such as"
                    + " io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde."),
    /** Where the API listens. */
    API_HOST("tocsin.api.host", "127.0.0.1", "Address that the API listens on."),
    /** Port of the API. */
    API_PORT("tocsin.api.port", "8080", "Port of the API; 0 takes a free one."),
    /** Certificate of the API. */
    API_TLS_CERTIFICATE(
            "tocsin.api.tls.certificate",
            "",
            "File of the API's certificate in PEM, followed by those that sign it; empty: no TLS. Read again when it"
                    + " changes."),
    /** Key of the API's certificate. */
    API_TLS_KEY("tocsin.api.tls.key", "", "File of its key in PEM (PKCS#8). Read again when it changes."),
    /** Key store of the API. */
    API_TLS_KEYSTORE(
            "tocsin.api.tls.keystore.location",
            "",
            "Key store with certificate and key of the API, in place of the two files. Read again when it changes."),
    /** Its format. */
    API_TLS_KEYSTORE_TYPE("tocsin.api.tls.keystore.type", "PKCS12", "Format of the key store: PKCS12, JKS or PEM."),
    /** Password of the key or the key store. */
    API_TLS_PASSWORD("tocsin.api.tls.password", "", "Password of the key store, or of an encrypted key."),
    /** Whom instances trust. */
    API_TLS_TRUSTED(
            "tocsin.api.tls.trusted",
            "",
            "File with the certificates in PEM of the authorities that the instances trust when they ask each other"
                    + " over TLS; empty: those of the Java runtime."),
    /** Tokens of the API. */
    API_TOKENS_FILE(
            "tocsin.api.tokens.file",
            "",
            "File of the tokens that callers must show, made by 'tocsin token create'; empty: nobody needs one."),
    /** To whom the API is open without tokens. */
    API_OPEN_TO(
            "tocsin.api.open.to",
            "loopback",
            "Who may use the API while there are no tokens: loopback (this machine; another tocsin.api.host is refused)"
                    + " or network (whoever reaches it)."),
    /** How often a caller may ask. */
    API_REQUESTS(
            "tocsin.api.requests.per.second",
            "100",
            "Requests a second of one token, or of one address without a token, ten seconds' worth at once; one more is"
                    + " answered 429; 0: no limit. From this machine without a token there is none."),
    /** Connections of the API. */
    API_CONNECTIONS(
            "tocsin.api.connections",
            "1000",
            "Connections that may be open at a time; for one more that which has asked nothing for longest is closed."),
    /** How long a body may take to come. */
    BODY_MILLIS("tocsin.api.body.timeout.ms", "30000", "How long the body of a request may take to come; then 408."),
    /** Whose pages may read answers. */
    API_CORS_ORIGINS(
            "tocsin.api.cors.origins",
            "",
            "Origins whose pages may read answers of the API, separated by commas, for example https://desk.example; *"
                    + " for all, empty for none."),
    /** Who may frame pages. */
    API_FRAME_ANCESTORS(
            "tocsin.api.frame.ancestors",
            "'self'",
            "Who may put pages of the API into a frame, as frame-ancestors of a Content-Security-Policy says it, for"
                    + " example 'self' https://desk.example."),
    /** Changes in memory. */
    FEED_CHANGES(
            "tocsin.api.feed.changes",
            "10000",
            "Changes of each collection that are kept in memory for /v1/stream and /v1/changes; older ones are read"
                    + " from the topics."),
    /** Bytes of changes in memory. */
    FEED_BYTES(
            "tocsin.api.feed.bytes",
            Long.toString(megabytes(64)),
            "Bytes of each collection that these changes may take, as Kafka holds their records."),
    /** Subscribers of the stream. */
    STREAM_SUBSCRIBERS(
            "tocsin.api.stream.subscribers",
            "200",
            "Subscribers of /v1/stream at a time; each has a thread. One more is answered 503."),
    /** Subscribers of the stream that one caller may have. */
    STREAM_SUBSCRIBERS_EACH(
            "tocsin.api.stream.subscribers.per.caller",
            "20",
            "How many of them one token, or one address without a token, may have. One more is answered 429. From this"
                    + " machine without a token there is no limit."),
    /** Longest body of articles. */
    ARTICLES_BYTES(
            "tocsin.api.articles.max.bytes",
            Long.toString(megabytes(16)),
            "Longest body of POST /v1/articles in bytes."),
    /** Longest text to be read at once. */
    EXTRACT_CHARACTERS(
            "tocsin.api.extract.max.characters", "100000", "Longest text of POST /v1/extract in characters."),
    /** Coders for texts to be read at once. */
    EXTRACT_CODERS(
            "tocsin.api.extract.coders",
            "2",
            "Texts of POST /v1/extract that are read at a time; as many may wait, one more is answered 503."),
    /** How long such a text may take. */
    EXTRACT_MILLIS("tocsin.api.extract.timeout.ms", "10000", "How long reading a text of POST /v1/extract may take."),
    /** Secret between instances. */
    API_INTERNAL_TOKEN(
            "tocsin.api.internal.token",
            "",
            "Secret that the instances show each other; without it /internal/ answers everybody who reaches the API, or"
                    + " nobody once there are tokens."),
    /** Where meters are sent. */
    OTLP_URL(
            "tocsin.otlp.url",
            "",
            "Where meters are sent by OpenTelemetry's protocol over HTTP, for example http://collector:4318/v1/metrics;"
                    + " empty: nowhere."),
    /** Headers of what is sent. */
    OTLP_HEADERS(
            "tocsin.otlp.headers",
            "",
            "Headers sent with the meters, a secret: NAME=VALUE, several separated by commas, for example"
                    + " Authorization=Bearer abc."),
    /** How often meters are sent. */
    OTLP_INTERVAL("tocsin.otlp.interval.ms", "60000", "How often the meters are sent."),
    /** How the map draws disputed borders. */
    MAP_DISPUTED_BORDERS(
            "tocsin.map.disputed.borders",
            "dashed",
            "How the map draws disputed borders: dashed, solid (as any border) or hidden."
                    + " Changes no line and no country of a place; see docs/boundaries.md.");

    /** Value of {@link #API_OPEN_TO} that opens the API without tokens to a network. */
    public static final String OPEN_TO_NETWORK = "network";

    /** What {@link #API_OPEN_TO} can be. */
    static final List<String> OPEN_TO = List.of("loopback", OPEN_TO_NETWORK);

    /** What {@link #MAP_DISPUTED_BORDERS} can be. */
    static final List<String> DISPUTED_BORDERS = List.of("dashed", "solid", "hidden");

    private final String key;
    private final String byDefault;
    private final String meaning;

    Setting(String key, String byDefault, String meaning) {
        this.key = key;
        this.byDefault = byDefault;
        this.meaning = meaning;
    }

    /** Name in the configuration. */
    public String key() {
        return key;
    }

    /** Value where the configuration does not set it. */
    public String byDefault() {
        return byDefault;
    }

    /** What it does, for the user. */
    public String meaning() {
        return meaning;
    }

    /** All keys. */
    static List<String> keys() {
        return Arrays.stream(values()).map(Setting::key).toList();
    }

    private static long megabytes(long megabytes) {
        return megabytes * 1024 * 1024;
    }

    private static String days(long days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }
}
