package org.tocsin.serve.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.Document;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;

class ExtractionTest {
    private static final NewsArticle ARTICLE = new NewsArticle(
            "a",
            "",
            "A Russian drone strike on Hlukhiv killed nine people on Monday, the governor said.",
            null,
            null,
            null);

    @Test
    void readsATextAsThePipelineDoes() throws Exception {
        try (Extraction extraction = new Extraction(EnglishNews::coder, 1, Duration.ofSeconds(60))) {
            List<SpecificRecord> events = extraction.events(ARTICLE);

            assertThat(events).isNotEmpty().isEqualTo(EnglishNews.coder().code(ARTICLE));
        }
    }

    @Test
    void aTextThatTakesTooLongIsGivenUpAndItsCoderIsNotUsedMeanwhile() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        try (Extraction extraction = new Extraction(() -> slow(end, inside), 1, Duration.ofMillis(50))) {
            assertThatThrownBy(() -> extraction.events(ARTICLE))
                    .isInstanceOf(TooBusy.class)
                    .hasMessageContaining("longer");
            assertThatThrownBy(() -> extraction.events(ARTICLE)).isInstanceOf(TooBusy.class);
            assertThat(inside).hasValue(1);
            end.countDown();
        }
    }

    @Test
    void whoComesWhenAllCodersAreAtWorkAndAllWaitingPlacesTakenIsTurnedAway() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger inside = new AtomicInteger();
        ExecutorService callers = Executors.newFixedThreadPool(3);
        try (Extraction extraction = new Extraction(() -> slow(end, inside), 1, Duration.ofSeconds(20))) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                answers.add(callers.submit(() -> isAnswered(extraction, end)));
            }
            int answered = 0;
            for (Future<Boolean> answer : answers) {
                answered += answer.get(20, TimeUnit.SECONDS) ? 1 : 0;
            }

            assertThat(answered).isEqualTo(2);
        } finally {
            callers.shutdownNow();
        }
    }

    /** Whoever is turned away lets the others finish. */
    private static boolean isAnswered(Extraction extraction, CountDownLatch end) throws InterruptedException {
        try {
            extraction.events(ARTICLE);
            return true;
        } catch (TooBusy e) {
            end.countDown();
            return false;
        }
    }

    private static Coder slow(CountDownLatch end, AtomicInteger inside) {
        return new Coder(
                article -> {
                    inside.incrementAndGet();
                    try {
                        assertThat(end.await(20, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return new Document(article, null, List.of());
                },
                List.of());
    }
}
