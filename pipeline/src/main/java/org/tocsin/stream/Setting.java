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
    /** Whose pages may read answers. */
    API_CORS_ORIGINS(
            "tocsin.api.cors.origins",
            "",
            "Origins whose pages may read answers of the API, separated by commas, for example https://desk.example; * for all,"
                    + " empty for none."),
    /** Who may frame pages. */
    API_FRAME_ANCESTORS(
            "tocsin.api.frame.ancestors",
            "'self'",
            "Who may put pages of the API into a frame, as frame-ancestors of a Content-Security-Policy says it, for example"
                    + " 'self' https://desk.example."),
    /** How the map draws disputed borders. */
    MAP_DISPUTED_BORDERS(
            "tocsin.map.disputed.borders",
            "dashed",
            "How the map draws disputed borders: dashed, solid (as any border) or hidden."
                    + " Changes no line and no country of a place; see docs/boundaries.md.");

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

    private static String days(long days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }
}
