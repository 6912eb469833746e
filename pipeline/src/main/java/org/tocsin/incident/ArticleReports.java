package org.tocsin.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.Fingerprint;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.EventCountry;
import org.tocsin.event.EventView;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Place;

/** Makes of the coded events of an article the reports that ledgers take: one for each country that the article tells of. */
public final class ArticleReports {
    private ArticleReports() {}

    /**
     * What an article reports, one report a country, in the order of the countries. A toll goes with its strike, even if only
     * one of them names a place.
     *
     * @param article the article
     * @param reportedAt when it was published, else when it arrived
     * @param knownAt when what it reports became known
     * @param events its coded events
     * @param formerCountries countries that the article told of before; those that it tells of no more get an empty report, which
     *     retracts what it said
     */
    public static List<ArticleReport> of(
            NewsArticle article,
            Instant reportedAt,
            Instant knownAt,
            List<? extends SpecificRecord> events,
            Collection<String> formerCountries) {
        Map<String, List<EventEnvelope>> byCountry = new TreeMap<>();
        formerCountries.forEach(country -> byCountry.put(country, new ArrayList<>()));
        List<Integer> fingerprint = Fingerprint.of(article);
        List<List<SpecificRecord>> groups = LinkedGroups.of(events);
        String theme = theme(groups);
        String likely = null;
        for (List<SpecificRecord> group : groups) {
            String country = Theatres.key(country(group, theme));
            if (country.equals(EventCountry.UNKNOWN)) {
                likely = likely == null ? likely(article) : likely;
                country = likely.equals(EventCountry.UNKNOWN) ? ofName(group) : likely;
            }
            for (SpecificRecord event : group) {
                byCountry
                        .computeIfAbsent(country, key -> new ArrayList<>())
                        .add(envelope(article, reportedAt, fingerprint, country, event));
            }
        }
        return reports(article.id(), knownAt, byCountry);
    }

    /**
     * The reports that retract all that an article said.
     *
     * @param articleId identifier of the article
     * @param knownAt when that became known
     * @param formerCountries countries that it told of
     */
    public static List<ArticleReport> retraction(
            String articleId, Instant knownAt, Collection<String> formerCountries) {
        Map<String, List<EventEnvelope>> byCountry = new TreeMap<>();
        formerCountries.forEach(country -> byCountry.put(country, List.of()));
        return reports(articleId, knownAt, byCountry);
    }

    private static List<ArticleReport> reports(
            String articleId, Instant knownAt, Map<String, List<EventEnvelope>> byCountry) {
        return byCountry.entrySet().stream()
                .map(entry -> new ArticleReport(articleId, entry.getKey(), entry.getValue(), knownAt))
                .toList();
    }

    /** The country of the places that all placed groups of an article lie in; null where there is none or more than one. */
    private static @Nullable String theme(List<List<SpecificRecord>> groups) {
        Set<String> countries = new TreeSet<>();
        groups.forEach(group -> {
            String country = placed(group);
            if (country != null) {
                countries.add(country);
            }
        });
        return countries.size() == 1 ? countries.iterator().next() : null;
    }

    private static @Nullable String placed(List<SpecificRecord> group) {
        return group.stream()
                .map(EventView::of)
                .filter(view -> view.get("speaker") == null)
                .map(EventView::place)
                .filter(Objects::nonNull)
                .map(Place::getCountry)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A group without a place is taken to be where the article's other groups are, before the actors' countries are asked. */
    private static String country(List<SpecificRecord> group, @Nullable String theme) {
        boolean statement = group.stream().anyMatch(event -> EventView.of(event).get("speaker") != null);
        String placed = placed(group);
        if (!statement && (placed != null || theme != null)) {
            return placed != null ? placed : Objects.requireNonNull(theme);
        }
        return group.stream()
                .map(EventCountry::of)
                .filter(country -> !country.equals(EventCountry.UNKNOWN))
                .findFirst()
                .orElse(EventCountry.UNKNOWN);
    }

    /** Where a group belongs whose place, actors and fellow groups tell no country. */
    private static String likely(NewsArticle article) {
        return Objects.requireNonNullElse(ArticleCountry.likely(article), EventCountry.UNKNOWN);
    }

    /** The country of the largest place that has the name of the group's place. */
    private static String ofName(List<SpecificRecord> group) {
        return group.stream()
                .map(event -> EventView.of(event).place())
                .filter(Objects::nonNull)
                .map(place -> ArticleCountry.ofLargest(place.getName()))
                .filter(Objects::nonNull)
                .map(Theatres::key)
                .findFirst()
                .orElse(EventCountry.UNKNOWN);
    }

    private static EventEnvelope envelope(
            NewsArticle article, Instant reportedAt, List<Integer> fingerprint, String country, SpecificRecord event) {
        EventView view = EventView.of(event);
        return new EventEnvelope(
                view.id(), view.type(), article.id(), country, reportedAt, article.source(), fingerprint, event);
    }
}
