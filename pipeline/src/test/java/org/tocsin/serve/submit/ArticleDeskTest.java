package org.tocsin.serve.submit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.tocsin.article.ArticleIntake;
import org.tocsin.article.NewsArticle;
import org.tocsin.stream.ArticleProducer.Receipt;

class ArticleDeskTest {
    private final List<NewsArticle> published = new ArrayList<>();
    private final ArticleDesk desk = new ArticleDesk(new ArticleIntake(100), article -> {
        published.add(article);
        return CompletableFuture.completedFuture(new Receipt("articles", 1, published.size()));
    });

    @Test
    void eachLineIsTakenOrRefusedByItself() {
        Receipts receipts = desk.takeLines(utf8("""
            {"id": "a1", "text": "A drone struck.", "published": "2026-11-18"}

            {"id": "a2"}
            no json
            {"id": "a3", "text": "%s"}
            {"id": "a4", "text": "Another one."}
            """.formatted("x".repeat(101))));

        assertThat(published).extracting(NewsArticle::id).containsExactly("a1", "a4");
        assertThat(receipts.lines()).extracting(Receipts.Line::line).containsExactly(1, 3, 4, 5, 6);
        assertThat(receipts.lines().get(0)).isEqualTo(new Receipts.Accepted(1, "a1", new Receipt("articles", 1, 1)));
        assertThat(receipts.lines().get(1))
                .isInstanceOfSatisfying(
                        Receipts.Invalid.class,
                        line -> assertThat(line.reason()).contains("no text"));
        assertThat(receipts.lines().get(2))
                .isInstanceOfSatisfying(
                        Receipts.Invalid.class,
                        line -> assertThat(line.reason()).contains("no valid JSON"));
        assertThat(receipts.lines().get(3))
                .isInstanceOfSatisfying(
                        Receipts.Invalid.class,
                        line -> assertThat(line.reason()).contains("the limit is 100"));
        assertThat(receipts.accepted()).isEqualTo(2);
    }

    @Test
    void anArticleWithoutIdGetsTheSameOneEachTime() {
        desk.take(utf8("{\"text\": \"A drone struck.\"}"));
        desk.take(utf8("{\"text\": \"A drone struck.\"}"));
        desk.take(utf8("{\"text\": \"Two drones struck.\"}"));

        assertThat(published.get(0).id()).hasSize(32).isEqualTo(published.get(1).id());
        assertThat(published.get(2).id()).isNotEqualTo(published.get(0).id());
    }

    @Test
    void aRefusalQuotesNothingOfTheArticle() {
        Receipts receipts = desk.take(utf8("{\"id\": \"a\", \"text\": <script>secret"));

        assertThat(((Receipts.Invalid) receipts.lines().get(0)).reason()).doesNotContain("script", "secret");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        Receipts receipts = desk.take(new byte[] {'{', (byte) 0xFF, '}'});

        assertThat(((Receipts.Invalid) receipts.lines().get(0)).reason()).contains("UTF-8");
    }

    @Test
    void whatKafkaDoesNotConfirmIsNotAccepted() {
        ArticleDesk unconfirmed = new ArticleDesk(
                new ArticleIntake(),
                article -> article.id().equals("a1")
                        ? CompletableFuture.completedFuture(new Receipt("articles", 0, 7))
                        : new CompletableFuture<Receipt>()
                                .completeOnTimeout(new Receipt("articles", 0, 8), 1, TimeUnit.MILLISECONDS)
                                .thenApply(late -> {
                                    throw new TimeoutException("expired");
                                }));

        Receipts receipts =
                unconfirmed.takeLines(utf8("{\"id\": \"a1\", \"text\": \"x\"}\n{\"id\": \"a2\", \"text\": \"y\"}"));

        assertThat(receipts.accepted()).isEqualTo(1);
        assertThat(receipts.isKafkaAway()).isTrue();
        assertThat(receipts.lines().get(1))
                .isInstanceOfSatisfying(
                        Receipts.NotConfirmed.class,
                        line -> assertThat(line.reason())
                                .contains("TimeoutException")
                                .contains("hand it in again"));
    }

    @Test
    void whenKafkaIsAwayNotEveryLineWaitsForIt() {
        List<String> tried = new ArrayList<>();
        ArticleDesk away = new ArticleDesk(new ArticleIntake(), article -> {
            tried.add(article.id());
            return CompletableFuture.failedFuture(new TimeoutException("no broker"));
        });

        Receipts receipts = away.takeLines(utf8("{\"id\": \"a1\", \"text\": \"x\"}\n".repeat(50)));

        assertThat(tried).hasSize(1);
        assertThat(receipts.lines()).hasSize(50).allMatch(Receipts.NotConfirmed.class::isInstance);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
