package org.tocsin.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Place;

/** Where and when the first event of a type in a text took place, for sentences of our own about many conflicts. */
class PlacesAndDatesTest {
    private static final Instant PUBLISHED = Instant.parse("2025-03-12T12:00:00Z");
    private static final Coder CODER = EnglishNews.coder();

    record Case(String name, String type, String text, String place, String date) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return KnowledgeTable.load(PlacesAndDatesTest.class, "places.tsv", "case", "type", "text", "place", "date")
                .rows()
                .stream()
                .map(row -> new Case(
                        row.required("case"),
                        row.required("type"),
                        row.required("text").replace("\\n", "\n"),
                        row.required("place"),
                        row.required("date")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eventHasThePlaceAndTheDayThatTheTextTells(Case wanted) {
        NewsArticle article = new NewsArticle("case", "", wanted.text(), PUBLISHED, null, null);

        List<EventView> events = code(article).stream()
                .map(EventView::of)
                .filter(event -> event.type().equals(wanted.type()))
                .toList();

        assertThat(events).isNotEmpty();
        assertThat(told(events.get(0).place())).isEqualTo(wanted.place());
        assertThat(told(events.get(0).date())).isEqualTo(wanted.date());
    }

    private static synchronized List<SpecificRecord> code(NewsArticle article) {
        return CODER.code(article);
    }

    private static String told(@Nullable EventTime date) {
        return date == null ? "-" : date.getStart().toString();
    }

    private static String told(@Nullable Place place) {
        return place == null
                ? "none"
                : String.join(
                        "; ",
                        place.getName(),
                        empty(place.getAdmin1()),
                        empty(place.getCountry()),
                        place.getPrecision().name(),
                        place.getLat() == null ? "open" : "pinned");
    }

    private static String empty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
