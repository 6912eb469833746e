package org.tocsin.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    private static final Instant PUBLISHED = Instant.parse("2024-11-20T08:00:00Z");

    @Test
    void isTheSameForTheSameContentUnderAnotherId() {
        NewsArticle one = new NewsArticle("a", "T", "Body", PUBLISHED, null, "Wire");
        NewsArticle other = new NewsArticle("b", "T", "Body", PUBLISHED, null, "Wire");

        assertThat(ContentHash.of(one)).isEqualTo(ContentHash.of(other)).matches("[0-9a-f]{64}");
    }

    @Test
    void tellsWhereOneFieldEndsAndTheNextBegins() {
        NewsArticle one = new NewsArticle("a", "Ti", "tle", null, null, null);
        NewsArticle other = new NewsArticle("a", "T", "itle", null, null, null);

        assertThat(ContentHash.of(one)).isNotEqualTo(ContentHash.of(other));
    }

    @Test
    void changesWithThePublicationTime() {
        NewsArticle one = new NewsArticle("a", "", "Body", PUBLISHED, null, null);
        NewsArticle other = new NewsArticle("a", "", "Body", null, null, null);

        assertThat(ContentHash.of(one)).isNotEqualTo(ContentHash.of(other));
    }
}
