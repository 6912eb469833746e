package org.tocsin.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.EventCountry;
import org.tocsin.event.EventView;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.EventEnvelope;

/** Makes of the coded events of an article the reports that ledgers take: one for each country that the article tells of. */
public final class ArticleReports {
    private ArticleReports() {}

    /**
     * What an article reports, one report a country, in the order of the countries. A toll goes with its strike, even if only
     * one of them names a place.
     *
     * @param article the article
     * @param reportedAt when it was published, else when it arrived
     * @param fingerprint {@link org.tocsin.article.Fingerprint} of the article
     * @param events its coded events
     * @param formerCountries countries that the article told of before; those that it tells of no more get an empty report, which
     *     retracts what it said
     */
    public static List<ArticleReport> of(
            NewsArticle article,
            Instant reportedAt,
            long fingerprint,
            List<? extends SpecificRecord> events,
            Collection<String> formerCountries) {
        Map<String, List<EventEnvelope>> byCountry = new TreeMap<>();
        formerCountries.forEach(country -> byCountry.put(country, new ArrayList<>()));
        for (List<SpecificRecord> group : LinkedGroups.of(events)) {
            String country = country(group);
            for (SpecificRecord event : group) {
                byCountry
                        .computeIfAbsent(country, key -> new ArrayList<>())
                        .add(envelope(article, reportedAt, fingerprint, country, event));
            }
        }
        return reports(article.id(), byCountry);
    }

    /**
     * The reports that retract all that an article said.
     *
     * @param articleId identifier of the article
     * @param formerCountries countries that it told of
     */
    public static List<ArticleReport> retraction(String articleId, Collection<String> formerCountries) {
        Map<String, List<EventEnvelope>> byCountry = new TreeMap<>();
        formerCountries.forEach(country -> byCountry.put(country, List.of()));
        return reports(articleId, byCountry);
    }

    private static List<ArticleReport> reports(String articleId, Map<String, List<EventEnvelope>> byCountry) {
        return byCountry.entrySet().stream()
                .map(entry -> new ArticleReport(articleId, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String country(List<SpecificRecord> group) {
        return group.stream()
                .map(EventCountry::of)
                .filter(country -> !country.equals(EventCountry.UNKNOWN))
                .findFirst()
                .orElse(EventCountry.UNKNOWN);
    }

    private static EventEnvelope envelope(
            NewsArticle article, Instant reportedAt, long fingerprint, String country, SpecificRecord event) {
        EventView view = EventView.of(event);
        return new EventEnvelope(
                view.id(), view.type(), article.id(), country, reportedAt, article.source(), fingerprint, event);
    }
}
