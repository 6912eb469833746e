package org.tocsin.serve.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tocsin.serve.submit.AnswerMemory.Outcome;

class AnswerMemoryTest {
    private Instant now = Instant.parse("2026-11-18T10:00:00Z");
    private final AtomicInteger done = new AtomicInteger();
    private final AnswerMemory<Integer> memory = new AnswerMemory<>(3, Duration.ofHours(1), new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void theSameRequestIsDoneOnce() throws Exception {
        assertThat(ask("k", "content")).isEqualTo(new Outcome.Done<>(1));
        assertThat(ask("k", "content")).isEqualTo(new Outcome.Remembered<>(1));
        assertThat(ask("other", "content")).isEqualTo(new Outcome.Done<>(2));
    }

    @Test
    void aKeyIsNotUsedForOtherContent() throws Exception {
        ask("k", "content");

        assertThat(ask("k", "other content")).isInstanceOf(Outcome.OtherContent.class);
        assertThat(done).hasValue(1);
    }

    @Test
    void timeAndNumberAreBounded() throws Exception {
        ask("old", "content");
        now = now.plus(Duration.ofMinutes(61));
        assertThat(ask("old", "content")).isEqualTo(new Outcome.Done<>(2));

        for (int i = 0; i < 3; i++) {
            ask("k" + i, "content");
        }
        assertThat(ask("k2", "content")).isInstanceOf(Outcome.Remembered.class);
        assertThat(ask("old", "content")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whatFailedOrDoesNotLastCanBeTriedAgain() throws Exception {
        assertThatThrownBy(() -> memory.answer(
                        "k",
                        "content",
                        () -> {
                            throw new IllegalStateException("broken");
                        },
                        answer -> true))
                .hasMessage("broken");
        memory.answer("k", "content", done::incrementAndGet, answer -> false);

        assertThat(ask("k", "content")).isEqualTo(new Outcome.Done<>(2));
    }

    @Test
    void whoSendsTheSameRequestMeanwhileGetsTheSameAnswer() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Outcome<Integer>> first = threads.submit(() -> memory.answer(
                    "k",
                    "content",
                    () -> {
                        begun.countDown();
                        await(end);
                        return done.incrementAndGet();
                    },
                    answer -> true));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            Future<Outcome<Integer>> second = threads.submit(() -> ask("k", "content"));
            end.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(new Outcome.Done<>(1));
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(new Outcome.Remembered<>(1));
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outcome<Integer> ask(String key, String content) throws InterruptedException {
        return memory.answer(key, content, done::incrementAndGet, answer -> true);
    }
}
