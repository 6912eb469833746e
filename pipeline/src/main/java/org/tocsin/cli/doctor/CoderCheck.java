package org.tocsin.cli.doctor;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.EventView;

/** Codes a sentence: models and lexicons must load, and the gazetteer must know the place. */
final class CoderCheck implements Check {
    private static final String SENTENCE =
            "A drone strike on a market in Kharkiv killed four people on Monday, police said.";
    private static final String BUILD = "build again: mvn clean package";

    @Override
    public String subject() {
        return "models";
    }

    @Override
    public List<Finding> look(Site site) {
        NewsArticle article = new NewsArticle("doctor", "", SENTENCE, Instant.EPOCH, null, null);
        List<SpecificRecord> events;
        try {
            events = EnglishNews.coder().code(article);
        } catch (RuntimeException e) {
            return List.of(Finding.fail(subject(), "cannot be loaded: " + e, BUILD));
        }
        Finding models = events.isEmpty()
                ? Finding.fail(subject(), "a plain report gave no event", BUILD)
                : Finding.ok(subject(), "a plain report gave " + events.size() + " events");
        boolean placed = events.stream()
                .map(event -> EventView.of(event).place())
                .anyMatch(place -> place != null && place.getLat() != null);
        Finding gazetteer = placed
                ? Finding.ok("gazetteer", "Kharkiv is found")
                : Finding.fail("gazetteer", "Kharkiv is not found", BUILD);
        return List.of(models, gazetteer);
    }
}
