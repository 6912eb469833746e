package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LagHistoryTest {
    private final LagHistory history = new LagHistory();

    @Test
    void nothingIsLateWhereEverythingIsRead() {
        history.measure(1_000, 10, 10, 0);

        assertThat(history.lag()).isZero();
        assertThat(history.filled()).isTrue();
    }

    @Test
    void whatWaitsIsAsLateAsTheLastMeasureThatIsReadInFull() {
        history.measure(1_000, 10, 10, 0);
        history.measure(1_500, 10, 20, 0);
        history.measure(2_000, 10, 30, 0);
        assertThat(history.lag()).isEqualTo(1_000);

        history.measure(2_500, 25, 40, 0);
        assertThat(history.lag()).as("all of 1,500 is read").isEqualTo(1_000);

        history.measure(3_000, 40, 40, 0);
        assertThat(history.lag()).isZero();
    }

    @Test
    void aBacklogFromTheBeginningIsAtLeastAsLateAsTheFirstMeasure() {
        history.measure(1_000, 0, 500, 0);
        history.measure(61_000, 100, 500, 0);

        assertThat(history.lag()).isEqualTo(60_000);
        assertThat(history.filled()).isFalse();
    }

    @Test
    void aMarkerAtTheEndIsNothingThatWaits() {
        history.measure(1_000, 41, 42, 1);

        assertThat(history.lag()).isZero();
        assertThat(history.filled()).isTrue();
    }

    @Test
    void aLongBacklogKeepsItsBeginning() {
        history.measure(0, 0, 1, 0);
        for (int i = 1; i <= 20_000; i++) {
            history.measure(i * 500L, 0, i + 1L, 0);
        }

        assertThat(history.lag()).isEqualTo(20_000 * 500L);
    }
}
