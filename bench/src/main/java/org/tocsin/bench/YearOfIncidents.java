package org.tocsin.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.specific.SpecificData;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.incident.OfflineResolver;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Incident;

/**
 * Any number of incidents over a year, as the gold documents give them: round after round their incidents are told of other places
 * and days, so that places, actors and event types are as many and as unevenly frequent as in news.
 */
final class YearOfIncidents {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 365;

    /** How many places stand for each place of the documents. */
    private static final int VARIANTS = 20;

    private final List<Incident> originals;
    private final int articles;

    /** Codes and resolves the gold documents. */
    YearOfIncidents() {
        Coder coder = EnglishNews.coder();
        OfflineResolver resolver = new OfflineResolver();
        List<NewsArticle> documents = BenchArticles.documents();
        for (NewsArticle document : documents) {
            Instant published = document.publishedAt() == null ? Instant.EPOCH : document.publishedAt();
            resolver.add(document, published, coder.code(document));
        }
        originals = resolver.incidents();
        articles = documents.size();
    }

    /** How many articles a number of incidents comes from. */
    long articles(int incidents) {
        return (long) incidents * articles / originals.size();
    }

    /** The incident of a number. Steps through the year are as long as its golden section, so that days come evenly. */
    Incident incident(int number) {
        Incident copy =
                SpecificData.get().deepCopy(Incident.getClassSchema(), originals.get(number % originals.size()));
        int round = number / originals.size();
        LocalDate day = FIRST.plusDays((long) (number * 0.6180339887 % 1 * DAYS));
        CopiedNews.set(copy, "incident_id", copy.getIncidentId() + "-" + round);
        CopiedNews.set(copy, "date", new EventTime(day, day, copy.getDate().getPrecision(), null));
        Instant reported = copy.getFirstReportedAt();
        Instant moved = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofMinutes(number * 7919L % 2880));
        CopiedNews.set(copy, "first_reported_at", moved);
        CopiedNews.set(copy, "last_reported_at", copy.getLastReportedAt().plus(Duration.between(reported, moved)));
        if (copy.getPlace() != null) {
            CopiedNews.move(copy.getPlace(), round % VARIANTS);
        }
        return copy;
    }
}
