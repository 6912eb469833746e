package org.tocsin.serve.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RequestRateTest {
    private final AtomicLong nanos = new AtomicLong();
    private final RequestRate rate = new RequestRate(2, nanos::get);

    @Test
    void tenSecondsWorthMayComeAtOnceAndThenTheRateCounts() {
        for (int i = 0; i < 20; i++) {
            assertThat(rate.count("a")).isEmpty();
        }

        assertThat(rate.count("a")).contains(Duration.ofMillis(500));
        assertThat(rate.count("b")).isEmpty();
        nanos.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(rate.count("a")).isEmpty();
        assertThat(rate.count("a")).isPresent();
    }

    @Test
    void whoWaitsLongGetsNoMoreThanTenSecondsWorth() {
        rate.count("a");
        nanos.addAndGet(Duration.ofDays(1).toNanos());

        int passed = 0;
        while (rate.count("a").isEmpty()) {
            passed++;
        }

        assertThat(passed).isEqualTo(20);
    }

    @Test
    void manyCallersDoNotFillTheMemoryNorFreeTheOneThatAsksMost() {
        for (int i = 0; i < 20; i++) {
            rate.count("a");
        }
        for (int i = 0; i < RequestRate.REMEMBERED * 2; i++) {
            rate.count("address " + i);
            assertThat(rate.count("a")).isPresent();
        }
    }
}
