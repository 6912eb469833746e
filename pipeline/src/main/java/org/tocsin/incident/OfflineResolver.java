package org.tocsin.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.article.Fingerprint;
import org.tocsin.article.NewsArticle;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.Incident;

/** Resolves a closed set of coded articles into incidents, without Kafka. Not thread-safe. */
public final class OfflineResolver {
    private final Map<String, Coded> articles = new LinkedHashMap<>();

    private record Coded(NewsArticle article, Instant reportedAt, List<? extends SpecificRecord> events) {}

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
        return incidents(inOrderOfPublication());
    }

    /** The incidents after all articles were read in the order in which they were given, those reported first first. */
    public List<Incident> incidentsAsGiven() {
        return incidents(new ArrayList<>(articles.values()));
    }

    private static List<Incident> incidents(List<Coded> ordered) {
        Map<String, Incident> latest = new LinkedHashMap<>();
        IncidentLedger ledger = new BlockLedger(new InMemoryStore<>(), new InMemoryStore<>(), new InMemoryStore<>());
        for (Coded coded : ordered) {
            long fingerprint = Fingerprint.of(coded.article);
            for (ArticleReport report :
                    ArticleReports.of(coded.article, coded.reportedAt, fingerprint, coded.events, List.of())) {
                ledger.apply(report).forEach(change -> latest.put(change.after().getIncidentId(), change.after()));
            }
        }
        return latest.values().stream()
                .filter(Revisions::stands)
                .sorted(Comparator.comparing(Incident::getFirstReportedAt).thenComparing(Incident::getIncidentId))
                .toList();
    }

    private List<Coded> inOrderOfPublication() {
        List<Coded> ordered = new ArrayList<>(articles.values());
        ordered.sort(Comparator.comparing(Coded::reportedAt).thenComparing(coded -> coded.article.id()));
        return ordered;
    }
}
