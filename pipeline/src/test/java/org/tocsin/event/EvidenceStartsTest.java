package org.tocsin.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.tocsin.article.NewsArticle;
import org.tocsin.schema.Span;

class EvidenceStartsTest {
    private static final String TEXT = """
        KYIV - \u201cIt was loud,\u201d a woman said.

        A Russian drone hit a power plant in Hlukhiv on Tuesday, killing three people, the governor said. \
        Shelling of Kherson wounded nine people on Tuesday.

        Russian forces captured the village of Toretsk on Monday, the defence ministry said. \
        Ukraine's air force said it had shot down 21 of 30 drones. \
        Volodymyr Zelensky condemned the attack.
        """;

    @Test
    void everySentenceStandsWhereItsStartSays() {
        List<SpecificRecord> events = EnglishNews.coder()
                .code(new NewsArticle("a1", "", TEXT, Instant.parse("2025-03-12T09:00:00Z"), null, "Northline Wire"));

        assertThat(events.stream().map(event -> EventView.of(event).type()).distinct())
                .contains("strike", "casualty", "territory", "interception", "statement");
        for (SpecificRecord event : events) {
            EventView view = EventView.of(event);
            List<Integer> starts = starts(view);
            assertThat(starts).hasSameSizeAs(view.evidence()).isNotEmpty();
            for (int i = 0; i < starts.size(); i++) {
                assertThat(TEXT.startsWith(view.evidence().get(i), starts.get(i)))
                        .as("%s at %d", view.evidence().get(i), starts.get(i))
                        .isTrue();
            }
            assertThat(spans(view)).anyMatch(span -> holds(starts, view.evidence(), span));
        }
    }

    private static boolean holds(List<Integer> starts, List<String> evidence, Span span) {
        return starts.get(0) <= span.getStart()
                && span.getEnd() <= starts.get(0) + evidence.get(0).length();
    }

    private static List<Integer> starts(EventView view) {
        return ((List<?>) Objects.requireNonNull(view.get("evidence_starts")))
                .stream().map(Integer.class::cast).toList();
    }

    private static List<Span> spans(EventView view) {
        return ((List<?>) Objects.requireNonNull(view.get("spans")))
                .stream().map(Span.class::cast).toList();
    }
}
