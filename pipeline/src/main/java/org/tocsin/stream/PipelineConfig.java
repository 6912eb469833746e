package org.tocsin.stream;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/**
 * The configuration: Kafka's own keys ({@code bootstrap.servers}, {@code security.protocol} ...), those of Confluent's Schema
 * Registry client ({@code schema.registry.url}, {@code basic.auth.user.info}, {@code auto.register.schemas} ...) and
 * {@link Setting}s, in one flat list. Immutable.
 */
public final class PipelineConfig {
    /** Where the Schema Registry is; several addresses are separated by commas. */
    public static final String REGISTRY_URL = "schema.registry.url";

    /** Largest record that any topic takes, in bytes: an article or dead letter with headers. */
    public static final int LARGEST_RECORD = 12 * 1024 * 1024;

    private static final String OWN = "tocsin.";

    private final Map<String, String> settings;

    private PipelineConfig(Map<String, String> settings) {
        this.settings = settings;
    }

    /**
     * The configuration of these settings.
     *
     * @throws IllegalArgumentException if a key that begins with {@code tocsin.} is unknown or its value invalid; the message says
     *     which and what would be right
     */
    public static PipelineConfig of(Map<String, String> settings) {
        Map<String, String> checked = new TreeMap<>();
        settings.forEach((key, value) -> checked.put(key, value.strip()));
        checked.keySet().forEach(PipelineConfig::requireKnown);
        PipelineConfig config = new PipelineConfig(checked);
        config.requireValid();
        return config;
    }

    /**
     * The configuration of a properties file.
     *
     * @param file in UTF-8
     * @param overrides settings that count in place of the file's
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException as {@link #of}
     */
    public static PipelineConfig load(Path file, Map<String, String> overrides) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        settings.putAll(overrides);
        return of(settings);
    }

    /** This configuration with some settings in place of its own. */
    public PipelineConfig with(Map<String, String> overrides) {
        Map<String, String> both = new HashMap<>(settings);
        both.putAll(overrides);
        return of(both);
    }

    /** The value of a setting. */
    public String text(Setting setting) {
        return settings.getOrDefault(setting.key(), setting.byDefault());
    }

    /** The value of a setting that is a whole number. */
    public long number(Setting setting) {
        String value = text(setting);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(setting.key() + " must be a whole number, not '" + value + "'", e);
        }
    }

    /** The value of any key; null where it is not set. */
    public @Nullable String raw(String key) {
        return settings.get(key);
    }

    /** Where Kafka is: {@code host:port}, several separated by commas. */
    public String bootstrapServers() {
        return require(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "for example localhost:9092");
    }

    /** Where the Schema Registry is. */
    public String registryUrl() {
        return require(REGISTRY_URL, "for example http://localhost:8081");
    }

    /** Name of the application in Kafka: consumer group, prefix of internal topics and of transactions. */
    public String applicationId() {
        return settings.getOrDefault(StreamsConfig.APPLICATION_ID_CONFIG, "tocsin");
    }

    /** Where the other instances reach the API of this one: what is set, else where it listens. */
    public Placement.Address address() {
        String set = settings.get(StreamsConfig.APPLICATION_SERVER_CONFIG);
        HostInfo host = HostInfo.buildFromEndpoint(set == null ? listensAt() : set);
        if (host == null) {
            throw new IllegalArgumentException(
                    StreamsConfig.APPLICATION_SERVER_CONFIG + " is '" + set + "'; it must be host:port");
        }
        return new Placement.Address(host.host(), host.port());
    }

    /** Host and port of the API; a wildcard address is no address for others, so the name of the machine stands for it. */
    private String listensAt() {
        String host = text(Setting.API_HOST);
        try {
            if (InetAddress.getByName(host).isAnyLocalAddress()) {
                host = InetAddress.getLocalHost().getHostName();
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(
                    Setting.API_HOST.key() + " is '" + host + "', which is no address; set "
                            + StreamsConfig.APPLICATION_SERVER_CONFIG + " to the host:port that other instances reach",
                    e);
        }
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + text(Setting.API_PORT);
    }

    /** The topics that this configuration names; close them after use. */
    public Topics topics() {
        return new Topics(this);
    }

    /** Settings of the stream processing. */
    public Properties streams() {
        Properties streams = new Properties();
        streams.putAll(StreamsDefaults.of(this));
        streams.putAll(foreign());
        return streams;
    }

    /** Settings of an administrative client. */
    public Map<String, Object> admin() {
        return client();
    }

    /** Settings of a producer that writes whole articles; serializers are given with the producer. */
    public Map<String, Object> producer() {
        Map<String, Object> producer = new HashMap<>(StreamsDefaults.PRODUCER);
        producer.put(ProducerConfig.ACKS_CONFIG, "all");
        producer.putAll(client());
        return producer;
    }

    /** Settings of a consumer that sees only what is committed, from the beginning; deserializers are given with the consumer. */
    public Map<String, Object> consumer() {
        Map<String, Object> consumer = new HashMap<>();
        consumer.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        consumer.putAll(client());
        return consumer;
    }

    /** Settings of a serde, those of the registry's client among them. */
    public Map<String, Object> serde() {
        return new HashMap<>(foreign());
    }

    /** A text that is to be shown, such as the message of a client's failure, without the secrets of this configuration. */
    public String withoutSecrets(String text) {
        return Secrets.hide(text, settings);
    }

    /** Every setting with its value, secrets masked. */
    @Override
    public String toString() {
        return settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Secrets.shown(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** What a client takes: not what belongs to the stream processing alone, of which it would warn. */
    private Map<String, Object> client() {
        Map<String, Object> client = new HashMap<>(foreign());
        client.keySet()
                .removeIf(key -> StreamsConfig.configDef().names().contains(key)
                        && !org.apache.kafka.clients.admin.AdminClientConfig.configNames()
                                .contains(key));
        return client;
    }

    private Map<String, String> foreign() {
        return settings.entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith(OWN))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String require(String key, String example) {
        String value = settings.get(key);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("The setting " + key + " is missing; " + example);
        }
        return value;
    }

    private void requireValid() {
        atLeast(Setting.ARTICLES_PARTITIONS, 1);
        atLeast(Setting.EVENTS_PARTITIONS, 1);
        atLeast(Setting.INCIDENTS_PARTITIONS, 1);
        atLeast(Setting.REPLICATION, -1);
        atLeast(Setting.ARTICLES_RETENTION, -1);
        atLeast(Setting.EVENTS_RETENTION, -1);
        atLeast(Setting.REVISIONS_RETENTION, -1);
        atLeast(Setting.DEAD_LETTERS_RETENTION, -1);
        atLeast(Setting.ARTICLE_LIMIT, 1);
        atLeast(Setting.API_PORT, 0);
        atLeast(Setting.FEED_CHANGES, 1);
        atLeast(Setting.FEED_BYTES, 1);
        atLeast(Setting.STREAM_SUBSCRIBERS, 1);
        atLeast(Setting.STREAM_SUBSCRIBERS_EACH, 1);
        atLeast(Setting.ARTICLES_BYTES, 1);
        atLeast(Setting.EXTRACT_CHARACTERS, 1);
        atLeast(Setting.EXTRACT_CODERS, 1);
        atLeast(Setting.EXTRACT_MILLIS, 1);
        atLeast(Setting.API_REQUESTS, 0);
        atLeast(Setting.API_CONNECTIONS, 1);
        atLeast(Setting.BODY_MILLIS, 1);
        atLeast(Setting.OTLP_INTERVAL, 1);
        oneOf(Setting.API_OPEN_TO, Setting.OPEN_TO);
        oneOf(Setting.MAP_DISPUTED_BORDERS, Setting.DISPUTED_BORDERS);
    }

    private void oneOf(Setting setting, List<String> values) {
        String value = text(setting);
        if (!values.contains(value)) {
            throw new IllegalArgumentException(setting.key() + " is '" + value + "'; it must be one of " + values
                    + "; did you mean '" + NearestName.of(value, values) + "'?");
        }
    }

    private void atLeast(Setting setting, long lowest) {
        long value = number(setting);
        if (value < lowest || value == 0 && lowest == -1) {
            throw new IllegalArgumentException(setting.key() + " is " + value + "; it must be "
                    + (lowest == -1 ? "-1 or more than 0" : lowest + " or more"));
        }
    }

    private static void requireKnown(String key) {
        if (key.startsWith(OWN) && !Setting.keys().contains(key)) {
            throw new IllegalArgumentException(
                    "There is no setting '" + key + "'; did you mean '" + NearestName.of(key, Setting.keys()) + "'?");
        }
    }
}
