package org.tocsin.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.ArticleIntake;
import org.tocsin.article.IntakeResult;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;
import org.tocsin.incident.ArticleReports;
import org.tocsin.incident.IncidentChange;
import org.tocsin.incident.LedgerProbe;
import org.tocsin.incident.OfflineResolver;
import org.tocsin.schema.Article;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.schema.RollupTotals;

/** A history as it is resolved and summed without Kafka. */
public final class ReplayedHistory {
    private final Coder coder = HistoryCoder.coder();
    private final LedgerProbe ledger = new LedgerProbe();
    private final SummedChanges summed = new SummedChanges();
    private final Map<String, Set<String>> countriesOf = new HashMap<>();
    private final Map<String, Article> surviving = new TreeMap<>();
    private final Tricks tricks;

    ReplayedHistory(Tricks tricks) {
        this.tricks = tricks;
    }

    /** What histories did to incidents, so that a test can see that none of it is missing. */
    static final class Tricks {
        private final Map<RevisionStatus, Integer> revisions = new EnumMap<>(RevisionStatus.class);
        private final Map<String, String> incidentOf = new HashMap<>();
        private int splits;

        private void see(List<IncidentChange> changes) {
            for (IncidentChange change : changes) {
                Incident after = change.after();
                revisions.merge(after.getRevisionStatus(), 1, Integer::sum);
                boolean torn = after.getEventIds().stream()
                        .map(incidentOf::get)
                        .anyMatch(before -> before != null && !before.equals(after.getIncidentId()));
                if (torn && change.before() == null) {
                    splits++;
                }
            }
            changes.forEach(change -> change.after()
                    .getEventIds()
                    .forEach(event -> incidentOf.put(event, change.after().getIncidentId())));
        }

        void assertAllHappened() {
            assertThat(revisions.keySet())
                    .contains(
                            RevisionStatus.NEW,
                            RevisionStatus.UPDATED,
                            RevisionStatus.CORRECTED,
                            RevisionStatus.MERGED,
                            RevisionStatus.RETRACTED);
            assertThat(splits).as("incidents that were split").isPositive();
        }

        @Override
        public String toString() {
            return revisions + ", splits " + splits;
        }
    }

    void take(ArticleHistory.Step step) {
        Set<String> former = countriesOf.getOrDefault(step.id(), Set.of());
        List<ArticleReport> reports = reports(step.id(), step.article(), former);
        Set<String> countries = new TreeSet<>();
        for (ArticleReport report : reports) {
            List<IncidentChange> changes = ledger.apply(report);
            tricks.see(changes);
            changes.forEach(summed::add);
            if (!report.getEvents().isEmpty()) {
                countries.add(report.getCountry());
            }
        }
        countriesOf.put(step.id(), countries);
        if (step.article() == null) {
            surviving.remove(step.id());
        } else {
            surviving.put(step.id(), step.article());
        }
    }

    private List<ArticleReport> reports(String id, @Nullable Article raw, Collection<String> former) {
        if (raw == null) {
            return ArticleReports.retraction(id, Instant.EPOCH, former);
        }
        NewsArticle article = checked(raw);
        return ArticleReports.of(article, raw.getPublishedAt(), raw.getPublishedAt(), coder.code(article), former);
    }

    /** The cells as they were summed. */
    Map<String, RollupTotals> cells() {
        return summed.cells();
    }

    /** The cells as they were summed, as text. */
    Map<String, String> totals() {
        return Recount.readable(cells());
    }

    /** The incidents that stand. */
    List<Incident> standing() {
        return ledger.standing();
    }

    /** The incidents that the articles that stand come to when nothing else was ever read. */
    List<Incident> fromScratch() {
        return fromScratch(surviving.values());
    }

    /** The incidents that articles come to when nothing else was ever read. */
    public static List<Incident> fromScratch(Collection<Article> articles) {
        Coder coder = HistoryCoder.coder();
        OfflineResolver resolver = new OfflineResolver();
        for (Article raw : articles) {
            NewsArticle article = checked(raw);
            List<SpecificRecord> events = coder.code(article);
            resolver.add(article, raw.getPublishedAt(), events);
        }
        return resolver.incidents();
    }

    private static NewsArticle checked(Article raw) {
        return ((IntakeResult.Accepted) new ArticleIntake().check(raw)).article();
    }
}
