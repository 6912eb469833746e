package org.tocsin.stream;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.article.ContentHash;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;
import org.tocsin.incident.ArticleReports;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.CodedArticle;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.EventRef;
import org.tocsin.stream.meter.StreamMeters;

/**
 * Codes articles and replaces what an earlier version of the same article said. The same content changes nothing, other content
 * retracts the events that are gone, deletion retracts them all.
 */
final class CodeArticle implements Processor<String, Intake, String, Coding> {
    private static final Logger LOG = LoggerFactory.getLogger(CodeArticle.class);

    private final Supplier<Coder> coders;
    private final StoreFeed feed;
    private final StreamMeters meters;
    private ProcessorContext<String, Coding> out;
    private Coder coder;
    private KeyValueStore<String, CodedArticle> coded;
    private StoreFeed.Told<EventEnvelope> events;

    CodeArticle(Supplier<Coder> coders, StoreFeed feed, StreamMeters meters) {
        this.coders = coders;
        this.feed = feed;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Coding> context) {
        out = context;
        coder = coders.get();
        coded = context.getStateStore(Stores.CODED_ARTICLES);
        events = feed.open(context, StoreName.EVENTS);
    }

    @Override
    public void process(Record<String, Intake> item) {
        Intake intake = item.value();
        if (intake instanceof Intake.Deleted) {
            delete(item);
        } else if (intake instanceof Intake.Submitted submitted) {
            code(item, submitted);
        } else {
            throw new IllegalStateException("An unusable record must go to the dead letters, not to the coder");
        }
    }

    @Override
    public void close() {
        events.close();
    }

    private void code(Record<String, Intake> item, Intake.Submitted submitted) {
        NewsArticle article = submitted.article();
        String hash = ContentHash.of(article);
        CodedArticle before = coded.get(article.id());
        if (before != null && before.getContentHash().equals(hash)) {
            meters.article(StreamMeters.Result.UNCHANGED);
            return;
        }
        List<SpecificRecord> found;
        try {
            found = coder.code(article);
        } catch (RuntimeException | StackOverflowError e) {
            refuse(item, submitted, e);
            return;
        }
        Instant reportedAt = reportedAt(article, before, item.timestamp());
        List<ArticleReport> reports = ArticleReports.of(
                article, reportedAt, Instant.ofEpochMilli(item.timestamp()), found, countries(before));
        Map<String, EventEnvelope> standing = envelopes(reports);
        retract(item, before, standing);
        write(item, before, standing);
        coded.put(article.id(), new CodedArticle(article.id(), hash, reportedAt, references(standing)));
        reports.forEach(report -> forward(item, article.id(), new Coding.Report(report)));
        meters.article(StreamMeters.Result.CODED);
        meters.lag(article.publishedAt(), Instant.ofEpochMilli(item.timestamp()), Instant.now());
    }

    private void delete(Record<String, Intake> item) {
        meters.article(StreamMeters.Result.DELETED);
        CodedArticle before = coded.get(item.key());
        if (before == null) {
            return;
        }
        retract(item, before, Map.of());
        coded.delete(item.key());
        ArticleReports.retraction(item.key(), Instant.ofEpochMilli(item.timestamp()), countries(before))
                .forEach(report -> forward(item, item.key(), new Coding.Report(report)));
    }

    /** Retracts the events of the earlier version that no longer stand. */
    private void retract(
            Record<String, Intake> item, @Nullable CodedArticle before, Map<String, EventEnvelope> standing) {
        if (before == null) {
            return;
        }
        for (EventRef event : before.getEvents()) {
            String id = event.getEventId();
            EventEnvelope now = standing.get(id);
            if (now == null) {
                forward(
                        item.withHeaders(FirstReport.unmarked(item.headers())),
                        id,
                        new Coding.Event(event.getEventType(), null));
                meters.event(event.getEventType(), StreamMeters.Change.RETRACTED);
            }
            if (now == null || !now.getReportedAt().equals(before.getReportedAt())) {
                events.delete(Stores.eventKey(before.getReportedAt(), id));
            }
        }
    }

    /** Writes the events that are new or changed. */
    private void write(
            Record<String, Intake> item, @Nullable CodedArticle before, Map<String, EventEnvelope> standing) {
        Set<String> stood = identifiers(before);
        Record<String, Intake> later = item.withHeaders(FirstReport.unmarked(item.headers()));
        Record<String, Intake> first = item.withHeaders(FirstReport.marked(item.headers()));
        standing.forEach((id, event) -> {
            String key = Stores.eventKey(event.getReportedAt(), id);
            EventEnvelope earlier = before == null ? null : events.get(key);
            events.put(key, event);
            if (earlier == null || !earlier.getEvent().equals(event.getEvent())) {
                boolean known = stood.contains(id);
                forward(known ? later : first, id, new Coding.Event(event.getEventType(), (SpecificRecord)
                        event.getEvent()));
                meters.event(event.getEventType(), known ? StreamMeters.Change.CHANGED : StreamMeters.Change.NEW);
            }
        });
    }

    private void refuse(Record<String, Intake> item, Intake.Submitted submitted, Throwable error) {
        meters.article(StreamMeters.Result.FAILED);
        // the message may quote the article, so only kind and place of the error are told
        StackTraceElement[] trace = error.getStackTrace();
        String what = error.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
        DeadLetter.Origin origin = submitted.raw().origin();
        LogFields.of(LOG.atError(), submitted.article().id(), origin)
                .log("The coder failed on {} and the article becomes a dead letter: {}", origin, what);
        forward(
                item,
                item.key(),
                new Coding.Failed(submitted.raw().refused(DeadLetter.Reason.CODER_ERROR, "The coder failed: " + what)));
    }

    private void forward(Record<String, Intake> item, String key, Coding coding) {
        out.forward(item.withKey(key).withValue(coding));
    }

    /** An article without publication time keeps the time at which its first version arrived. */
    private static Instant reportedAt(NewsArticle article, @Nullable CodedArticle before, long arrival) {
        if (article.publishedAt() != null) {
            return article.publishedAt();
        }
        return before != null ? before.getReportedAt() : Instant.ofEpochMilli(arrival);
    }

    private static Map<String, EventEnvelope> envelopes(List<ArticleReport> reports) {
        Map<String, EventEnvelope> envelopes = new LinkedHashMap<>();
        for (ArticleReport report : reports) {
            report.getEvents().forEach(event -> envelopes.put(event.getEventId(), event));
        }
        return envelopes;
    }

    private static List<EventRef> references(Map<String, EventEnvelope> standing) {
        return standing.values().stream()
                .map(event -> new EventRef(event.getEventId(), event.getEventType(), event.getCountry()))
                .toList();
    }

    private static Set<String> identifiers(@Nullable CodedArticle before) {
        return before == null
                ? Set.of()
                : before.getEvents().stream().map(EventRef::getEventId).collect(Collectors.toSet());
    }

    private static TreeSet<String> countries(@Nullable CodedArticle before) {
        TreeSet<String> countries = new TreeSet<>();
        if (before != null) {
            before.getEvents().forEach(event -> countries.add(event.getCountry()));
        }
        return countries;
    }
}
