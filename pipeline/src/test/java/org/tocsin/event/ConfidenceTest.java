package org.tocsin.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.tocsin.article.NewsArticle;
import org.tocsin.schema.Strike;

class ConfidenceTest {
    private static final Coder CODER = EnglishNews.coder();

    @Test
    void anEventWithAPlaceIsMoreCertainThanOneWithout() {
        Strike placed = (Strike) strike("Russian artillery shelled an apartment block in Kherson on Tuesday.");
        Strike elsewhere = Strike.newBuilder(placed).setPlace(null).build();

        assertThat(Confidence.of(placed)).isGreaterThan(Confidence.of(elsewhere));
    }

    @Test
    void everyEventCarriesItsEstimate() {
        List<SpecificRecord> events =
                code("A drone hit a bakery in Kherson on Tuesday, killing two people. France condemned the attack.");

        assertThat(events).hasSizeGreaterThanOrEqualTo(3).allSatisfy(event -> {
            assertThat(EventView.of(event).get("confidence")).isEqualTo(Confidence.of(event));
            assertThat(Confidence.of(event)).isBetween(0.05, 0.95);
        });
    }

    @Test
    void theFeaturesTellWhatTheRecordHolds() {
        SpecificRecord strike = strike("Russian artillery shelled an apartment block in Kherson on Tuesday.");

        assertThat(EvidenceFeatures.of(strike))
                .contains("any", "place fine", "date", "target", "method", "status OCCURRED", "rule strike")
                .doesNotContain("place none", "several mentions");
    }

    private static SpecificRecord strike(String text) {
        return code(text).stream()
                .filter(event -> EventView.of(event).type().equals("strike"))
                .findFirst()
                .orElseThrow();
    }

    private static List<SpecificRecord> code(String text) {
        return CODER.code(new NewsArticle("case", "", text, Instant.parse("2025-03-12T00:00:00Z"), null, null));
    }
}
