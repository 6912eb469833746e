package org.tocsin.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.EventView;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Place;

/**
 * Any number of coded articles over 45 days, at the price of coding each gold document once: round after round the documents are told
 * anew of other places and days.
 */
final class CopiedNews {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 45;

    /** How many places stand for each place of the documents. */
    private static final int VARIANTS = 20;

    /** Degrees between the places that stand for one. */
    private static final double APART = 0.5;

    private final List<Coded> originals = new ArrayList<>();

    /**
     * A coded article.
     *
     * @param reportedAt when it was published
     */
    record Coded(NewsArticle article, Instant reportedAt, List<SpecificRecord> events) {}

    /** Codes the gold documents. */
    CopiedNews() {
        Coder coder = EnglishNews.coder();
        for (NewsArticle document : BenchArticles.documents()) {
            Instant published = document.publishedAt() == null ? Instant.EPOCH : document.publishedAt();
            originals.add(new Coded(document, published, coder.code(document)));
        }
    }

    /** The article of a number. Steps through the days are as long as its golden section, so that days come evenly. */
    Coded article(int number) {
        Coded original = originals.get(number % originals.size());
        LocalDate day = FIRST.plusDays((long) (number * 0.6180339887 % 1 * DAYS));
        Instant published =
                day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofMinutes(number * 7919L % 1440));
        long shift = Duration.between(original.reportedAt, published).toDays();
        NewsArticle article = new NewsArticle(
                Integer.toString(number),
                original.article.title(),
                original.article.text(),
                published,
                original.article.url(),
                original.article.source());
        int variant = number / originals.size() % VARIANTS;
        return new Coded(
                article,
                published,
                original.events.stream()
                        .map(event -> copy(event, number, shift, variant))
                        .toList());
    }

    private static SpecificRecord copy(SpecificRecord event, int number, long shift, int variant) {
        SpecificRecord copy = SpecificData.get().deepCopy(event.getSchema(), event);
        EventView view = EventView.of(copy);
        set(copy, "event_id", view.id() + "-" + number);
        set(copy, "article_id", Integer.toString(number));
        set(copy, "linked", view.linked().stream().map(id -> id + "-" + number).toList());
        EventTime date = view.date();
        if (date != null) {
            set(date, "start", date.getStart().plusDays(shift));
            set(date, "end", date.getEnd().plusDays(shift));
        }
        Place place = view.place();
        if (place != null) {
            move(place, variant);
        }
        return copy;
    }

    /** Gives a place another name, and other coordinates where it has any. */
    static void move(Place place, int variant) {
        set(place, "name", place.getName() + " " + variant);
        if (place.getAdmin1() != null) {
            set(place, "admin1", place.getAdmin1() + " " + variant);
        }
        if (place.getLat() != null && place.getLon() != null) {
            set(place, "lat", place.getLat() / 2 + variant * APART);
            set(place, "lon", place.getLon() / 2 + variant * APART);
        }
    }

    /** Sets a field of a record that has it. */
    static void set(SpecificRecord record, String field, Object value) {
        Schema.Field at = record.getSchema().getField(field);
        if (at != null) {
            record.put(at.pos(), value);
        }
    }
}
