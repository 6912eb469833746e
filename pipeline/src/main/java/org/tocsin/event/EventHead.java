package org.tocsin.event;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.article.TrustedSchemas;
import org.tocsin.document.Sentence;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Place;

/**
 * The fields that the records of every event type share, so that an extractor only sets its own.
 *
 * @param article the article that reports the event
 * @param evidence sentences that state the event, the best one first; of equal texts only the first one counts
 * @param spans the characters that the fields were read from; those of place, date and attribution are added here
 * @param place where the act took place; null where the text does not tell
 * @param date when it took place; null where the text does not tell
 * @param attribution who says so
 * @param codes its codes in other event ontologies
 * @param confidence first estimate that the event is right, 0 to 1; {@link Confidence} sets the final one
 * @param rule name of the rule that found the event
 */
public record EventHead(
        NewsArticle article,
        List<Sentence> evidence,
        Spans spans,
        @Nullable Anchored<Place> place,
        @Nullable Anchored<EventTime> date,
        List<Anchored<Attribution>> attribution,
        OntologyCodes codes,
        double confidence,
        String rule) {
    static {
        TrustedSchemas.trust();
    }

    public EventHead {
        evidence = distinct(evidence);
        attribution = List.copyOf(attribution);
    }

    /** Sets the shared fields of a record that was just built and returns the record. */
    public <E extends SpecificRecord> E fill(E event) {
        spans.add("place", place).add("date", date);
        attribution.forEach(said -> spans.add("attribution", said));
        put(event, "url", article.url());
        put(event, "source", article.source());
        put(event, "published_at", article.publishedAt());
        put(event, "evidence", evidence.stream().map(Sentence::text).toList());
        put(event, "evidence_starts", evidence.stream().map(Sentence::start).toList());
        put(event, "spans", spans.list());
        put(event, "place", place == null ? null : place.value());
        put(event, "date", date == null ? null : date.value());
        put(event, "attribution", attribution.stream().map(Anchored::value).toList());
        codes.fill(event);
        put(event, "confidence", confidence);
        put(event, "rule", rule);
        return event;
    }

    /** The sentences without those whose text came before. */
    public static List<Sentence> distinct(Collection<Sentence> sentences) {
        Map<String, Sentence> byText = new LinkedHashMap<>();
        sentences.forEach(sentence -> byText.putIfAbsent(sentence.text(), sentence));
        return List.copyOf(byText.values());
    }

    static void put(SpecificRecord event, String field, @Nullable Object value) {
        Schema.Field at = event.getSchema().getField(field);
        if (at == null) {
            throw new IllegalArgumentException("Every event record must have the field " + field + ", "
                    + event.getSchema().getFullName() + " lacks it");
        }
        event.put(at.pos(), value);
    }
}
