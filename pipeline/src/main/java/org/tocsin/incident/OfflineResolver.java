package org.tocsin.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.article.NewsArticle;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.Incident;

/** Resolves a closed set of coded articles into incidents, without Kafka. Not thread-safe. */
public final class OfflineResolver {
    private final Duration closeAfter;
    private final Map<String, Coded> articles = new LinkedHashMap<>();

    private record Coded(NewsArticle article, Instant reportedAt, List<? extends SpecificRecord> events) {}

    /** A resolver that closes incidents after the usual time. */
    public OfflineResolver() {
        this(ReportLedger.CLOSE_AFTER);
    }

    /**
     * A resolver.
     *
     * @param closeAfter how long an incident stays open without reports
     */
    public OfflineResolver(Duration closeAfter) {
        this.closeAfter = closeAfter;
    }

    /**
     * Takes an article; one with an identifier that was given before replaces the former.
     *
     * @param article the article
     * @param reportedAt when it was published, else when it is taken to have arrived
     * @param events its coded events
     */
    public void add(NewsArticle article, Instant reportedAt, List<? extends SpecificRecord> events) {
        articles.put(article.id(), new Coded(article, reportedAt, List.copyOf(events)));
    }

    /** The incidents after all articles were read in the order of their publication, those reported first first. */
    public List<Incident> incidents() {
        return RevisionLog.asOf(revisions(inOrderOfPublication()), Instant.MAX);
    }

    /** The incidents after all articles were read in the order in which they were given, those reported first first. */
    public List<Incident> incidentsAsGiven() {
        return RevisionLog.asOf(revisions(new ArrayList<>(articles.values())), Instant.MAX);
    }

    /** The incidents as the articles published by a moment tell them, those reported first first. */
    public List<Incident> incidentsAsOf(Instant moment) {
        return RevisionLog.asOf(revisions(), moment);
    }

    /** All revisions of all incidents, in the order in which articles in the order of their publication make them. */
    public List<Incident> revisions() {
        return revisions(inOrderOfPublication());
    }

    private List<Incident> revisions(List<Coded> ordered) {
        List<Incident> revisions = new ArrayList<>();
        IncidentLedger ledger = new ReportLedger(LedgerStores.inMemory(), closeAfter);
        for (Coded coded : ordered) {
            for (ArticleReport report :
                    ArticleReports.of(coded.article, coded.reportedAt, coded.reportedAt, coded.events, List.of())) {
                ledger.apply(report).forEach(change -> revisions.add(change.after()));
            }
        }
        return revisions;
    }

    private List<Coded> inOrderOfPublication() {
        List<Coded> ordered = new ArrayList<>(articles.values());
        ordered.sort(Comparator.comparing(Coded::reportedAt).thenComparing(coded -> coded.article.id()));
        return ordered;
    }
}
