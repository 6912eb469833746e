package org.tocsin.stream.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every meter of Tocsin's own: its name, kind, unit and labels, which stay from release to release. No label changes at a restart. */
public enum Figure {
    /** Articles. */
    ARTICLES(
            "tocsin.articles",
            Kind.COUNTER,
            "articles",
            List.of("result"),
            "Records of the articles' topic: coded, unchanged (the same content again), deleted, refused (cannot be"
                    + " read) or failed (the coder failed); refused and failed ones are dead letters too."),
    /** Events. */
    EVENTS(
            "tocsin.events",
            Kind.COUNTER,
            "events",
            List.of("type", "change"),
            "Records written to the topics of events: new, changed or retracted."),
    /** Dead letters. */
    DEAD_LETTERS(
            "tocsin.dead.letters",
            Kind.COUNTER,
            "articles",
            List.of("reason"),
            "Records written to the dead letters, by the reason that their headers tell."),
    /** Revisions of incidents. */
    REVISIONS(
            "tocsin.revisions",
            Kind.COUNTER,
            "revisions",
            List.of("kind"),
            "Revisions of incidents: new, updated, corrected, merged or retracted."),
    /** Time of the coder. */
    CODER(
            "tocsin.coder",
            Kind.TIMER,
            "seconds",
            List.of("stage"),
            "Time that an article takes in a stage of the coder: annotate (sentences, words, tags), mentions (places,"
                    + " figures, dates, names), then the extractor of each event type.",
            millis(1, 2, 5, 10, 20, 50, 100, 250, 1_000)),
    /** From publication to record. */
    PUBLICATION_LAG(
            "tocsin.publication.lag",
            Kind.TIMER,
            "seconds",
            List.of(),
            "From the publication of a coded article to the time of its record in Kafka: how late the feed is. Articles"
                    + " without publication time are left out.",
            seconds(60, 300, 900, 3_600, 21_600, 86_400, 604_800)),
    /** From record to event. */
    EVENT_LAG(
            "tocsin.event.lag",
            Kind.TIMER,
            "seconds",
            List.of(),
            "From the time of an article's record in Kafka to its events: how late the pipeline is.",
            millis(100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000, 3_600_000)),
    /** How far the state is behind. */
    LAG(
            "tocsin.lag",
            Kind.GAUGE,
            "seconds",
            List.of(),
            "How far the stream is behind what stands in its topics, over all instances; it grows while Kafka does not"
                    + " answer."),
    /** Articles that wait. */
    ARTICLES_WAITING(
            "tocsin.articles.waiting",
            Kind.GAUGE,
            "articles",
            List.of(),
            "Records of the articles' topic that no instance has done yet."),
    /** Open incidents. */
    INCIDENTS_OPEN(
            "tocsin.incidents.open",
            Kind.GAUGE,
            "incidents",
            List.of(),
            "Incidents that this instance holds whose last report is younger than tocsin.incident.close.after.ms; the"
                    + " sum over the instances is all."),
    /** State. */
    STATE(
            "tocsin.pipeline.state",
            Kind.GAUGE,
            "",
            List.of("state"),
            "1 for what the pipeline does now (starting, running, rebalancing, stopped, failed), 0 for the others."),
    /** Partitions that are filled. */
    RESTORE_PARTITIONS(
            "tocsin.restore.partitions",
            Kind.GAUGE,
            "partitions",
            List.of(),
            "Partitions of stores that are being read from Kafka before their tasks begin."),
    /** Records that are left to be read. */
    RESTORE_RECORDS(
            "tocsin.restore.records.left",
            Kind.GAUGE,
            "records",
            List.of(),
            "Records that these partitions still lack."),
    /** Failures of others. */
    FAILURES(
            "tocsin.failures",
            Kind.COUNTER,
            "failures",
            List.of("part"),
            "How often the stream had to begin anew because the registry did not answer, and how often the broker did"
                    + " not say how far things are (asked every half second)."),
    /** Requests of the API. */
    API_REQUESTS(
            "tocsin.api.request",
            Kind.TIMER,
            "seconds",
            List.of("method", "route", "status"),
            "Requests of the API and how long they took, by the template of the route; other: the page and paths that"
                    + " there are not.",
            millis(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500)),
    /** Subscribers. */
    SUBSCRIBERS("tocsin.stream.subscribers", Kind.GAUGE, "subscribers", List.of(), "Subscribers of /v1/stream now."),
    /** Records read. */
    KAFKA_CONSUMED(
            "tocsin.kafka.consumed", Kind.GAUGE, "records a second", List.of(), "Records that the stream reads."),
    /** Records written. */
    KAFKA_SENT("tocsin.kafka.sent", Kind.GAUGE, "records a second", List.of(), "Records that the stream writes."),
    /** Records not written. */
    KAFKA_SEND_ERRORS(
            "tocsin.kafka.send.errors",
            Kind.GAUGE,
            "records a second",
            List.of(),
            "Records that the stream could not write."),
    /** Longest time of a commit. */
    KAFKA_COMMIT(
            "tocsin.kafka.commit.longest",
            Kind.GAUGE,
            "milliseconds",
            List.of(),
            "The longest commit of the last half minute."),
    /** Threads alive. */
    KAFKA_THREADS("tocsin.kafka.threads", Kind.GAUGE, "threads", List.of(), "Threads of the stream that live."),
    /** Rebalances. */
    KAFKA_REBALANCES(
            "tocsin.kafka.rebalances",
            Kind.GAUGE,
            "rebalances",
            List.of(),
            "How often partitions changed hands since this process began."),
    /** Size of the state. */
    KAFKA_STATE(
            "tocsin.kafka.state",
            Kind.GAUGE,
            "bytes",
            List.of(),
            "Size of the files in which RocksDB keeps the state of this instance.");

    /** What a meter is. */
    public enum Kind {
        /** Only grows, from zero at the start of the process. */
        COUNTER("_total"),
        /** Goes up and down. */
        GAUGE(""),
        /** Count, sum, longest and buckets of durations. */
        TIMER("_seconds");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }
    }

    private final String id;
    private final Kind kind;
    private final String unit;
    private final List<String> labels;
    private final String meaning;
    private final Duration[] buckets;

    Figure(String id, Kind kind, String unit, List<String> labels, String meaning, Duration... buckets) {
        this.id = id;
        this.kind = kind;
        this.unit = unit;
        this.labels = labels;
        this.meaning = meaning;
        this.buckets = buckets;
    }

    /** Name of its family at /metrics. */
    public String family() {
        return id.replace('.', '_') + (this == LAG ? "_seconds" : kind.suffix);
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** What it counts or measures; empty where nothing. */
    public String unit() {
        return unit;
    }

    /** Names of its labels. */
    public List<String> labels() {
        return labels;
    }

    /** What it means, for people. */
    public String meaning() {
        return meaning;
    }

    /** The counter of these values of its labels. */
    Counter counter(MeterRegistry registry, String... values) {
        return Counter.builder(id).description(meaning).tags(tags(values)).register(registry);
    }

    /** The timer of these values of its labels. */
    public Timer timer(MeterRegistry registry, String... values) {
        return Timer.builder(id)
                .description(meaning)
                .serviceLevelObjectives(buckets)
                .tags(tags(values))
                .register(registry);
    }

    /** A gauge that asks for its value; null or NaN: unknown now. */
    public void gauge(MeterRegistry registry, Supplier<@Nullable Number> value, String... values) {
        Gauge.builder(id, value)
                .description(meaning)
                .baseUnit(this == LAG ? unit : null)
                .tags(tags(values))
                .register(registry);
    }

    private Tags tags(String... values) {
        if (values.length != labels.size()) {
            throw new IllegalArgumentException(family() + " has the labels " + labels + ", not " + values.length);
        }
        Tags tags = Tags.empty();
        for (int i = 0; i < values.length; i++) {
            tags = tags.and(labels.get(i), values[i]);
        }
        return tags;
    }

    private static Duration[] millis(long... millis) {
        return Arrays.stream(millis).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }

    private static Duration[] seconds(long... seconds) {
        return Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toArray(Duration[]::new);
    }
}
