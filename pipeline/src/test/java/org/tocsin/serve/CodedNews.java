package org.tocsin.serve;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.EventView;
import org.tocsin.incident.OfflineResolver;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Place;
import org.tocsin.serve.query.HeldRecords;

/** What the coder and resolution make of invented articles, events of every type among them. */
public final class CodedNews {
    private static final List<NewsArticle> ARTICLES = List.of(
            article("a1", "2025-03-12T09:00:00Z", """
                    A Russian drone hit a power plant in Hlukhiv on Tuesday, killing three people and wounding five, the governor said.

                    Russian forces captured the village of Toretsk on Monday, the defence ministry said. \
                    Ukraine's air force said it had shot down 21 of 30 drones. \
                    Volodymyr Zelensky condemned the attack."""),
            article("a2", "2025-03-12T15:00:00Z", """
                    The death toll of Tuesday's drone attack on a power plant in Hlukhiv has risen to four, officials said. \
                    Dozens of people were injured."""),
            article("a3", "2025-03-13T08:00:00Z", """
                    An air strike killed at least 12 people in El Fasher on Wednesday, medics said. \
                    Israel threatened to strike Iran, while France called for restraint."""));

    private final List<EventEnvelope> events = new ArrayList<>();
    private final OfflineResolver resolver = new OfflineResolver();

    private CodedNews() {
        for (NewsArticle article : ARTICLES) {
            List<SpecificRecord> coded = EnglishNews.coder().code(article);
            resolver.add(article, Objects.requireNonNull(article.publishedAt()), coded);
            coded.forEach(event -> events.add(envelope(EventView.of(event), event, article)));
        }
    }

    /** Fills stores with the news. */
    public static void into(HeldRecords records) {
        CodedNews news = new CodedNews();
        news.events.forEach(records::add);
        for (Incident incident : news.resolver.incidents()) {
            records.add(incident);
            news.events.stream()
                    .filter(event -> incident.getEventIds().contains(event.getEventId()))
                    .forEach(event -> records.tell(
                            event.getCountry(), event.getArticleId(), event.getEventId(), incident.getIncidentId()));
        }
    }

    /** Every event and incident of the news, by its id. */
    static Map<String, SpecificRecord> byId() {
        CodedNews news = new CodedNews();
        Map<String, SpecificRecord> records = new LinkedHashMap<>();
        news.events.forEach(event -> records.put(event.getEventId(), (SpecificRecord) event.getEvent()));
        news.resolver.incidents().forEach(incident -> records.put(incident.getIncidentId(), incident));
        return records;
    }

    private static EventEnvelope envelope(EventView view, SpecificRecord event, NewsArticle article) {
        Place place = view.place();
        return EventEnvelope.newBuilder()
                .setEventId(view.id())
                .setEventType(view.type())
                .setArticleId(article.id())
                .setCountry(place == null || place.getCountry() == null ? "" : place.getCountry())
                .setReportedAt(article.publishedAt())
                .setSource(article.source())
                .setFingerprint(List.of())
                .setEvent(event)
                .build();
    }

    private static NewsArticle article(String id, String published, String text) {
        return new NewsArticle(id, "", text, Instant.parse(published), "https://news.example/" + id, "Northline Wire");
    }
}
