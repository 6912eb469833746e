package org.tocsin.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.article.IntakeResult.Accepted;
import org.tocsin.article.IntakeResult.Reason;
import org.tocsin.article.IntakeResult.Rejected;
import org.tocsin.schema.Article;

class ArticleIntakeTest {
    private static final Instant PUBLISHED = Instant.parse("2024-11-20T08:00:00Z");
    private final ArticleIntake intake = new ArticleIntake(100);

    @Test
    void acceptsAnArticleAndKeepsItsTextAsItIs() {
        Article raw = new Article("a1", null, " Shells hit Kherson.\n", PUBLISHED, "", "Northline Wire");

        IntakeResult result = intake.check(raw);

        assertThat(result)
                .isEqualTo(new Accepted(
                        new NewsArticle("a1", "", " Shells hit Kherson.\n", PUBLISHED, null, "Northline Wire")));
    }

    @Test
    void rejectsAnArticleWithoutId() {
        assertThat(reason(" ", "Text.", PUBLISHED)).isEqualTo(Reason.MISSING_ID);
    }

    @Test
    void rejectsAnIdOverTheLimit() {
        assertThat(reason("x".repeat(513), "Text.", PUBLISHED)).isEqualTo(Reason.ID_TOO_LONG);
    }

    @Test
    void rejectsAnIdWithALineEnd() {
        assertThat(reason("a\nb", "Text.", PUBLISHED)).isEqualTo(Reason.INVALID_ID);
    }

    @Test
    void rejectsAnEmptyText() {
        assertThat(reason("a1", " \n\t", PUBLISHED)).isEqualTo(Reason.EMPTY_TEXT);
    }

    @Test
    void rejectsATextOverTheLimitWithoutQuotingIt() {
        IntakeResult result = intake.check("a1", null, "secret ".repeat(20), PUBLISHED, null, null);

        assertThat(result).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.OVERSIZED);
            assertThat(rejected.message()).contains("140").contains("100").doesNotContain("secret");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31T23:59:59Z", "2100-01-01T00:00:00Z", "9999-01-01T00:00:00Z"})
    void rejectsAPublicationTimeOutOfRange(Instant published) {
        assertThat(reason("a1", "Text.", published)).isEqualTo(Reason.INVALID_PUBLISHED);
    }

    @Test
    void acceptsAnArticleWithoutPublicationTime() {
        assertThat(intake.check("a1", null, "Text.", null, null, null)).isInstanceOf(Accepted.class);
    }

    @Test
    void refusesALimitThatNoTextFits() {
        assertThatThrownBy(() -> new ArticleIntake(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }

    private Reason reason(String id, String text, @Nullable Instant published) {
        IntakeResult result = intake.check(id, null, text, published, null, null);
        assertThat(result).isInstanceOf(Rejected.class);
        return ((Rejected) result).reason();
    }
}
