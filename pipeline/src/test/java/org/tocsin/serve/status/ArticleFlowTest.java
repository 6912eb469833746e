package org.tocsin.serve.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArticleFlowTest {
    private final ArticleFlow flow = new ArticleFlow();

    @Test
    void theSpeedIsThatOfTheLastMinute() {
        for (int second = 0; second <= 120; second++) {
            long done = second <= 60 ? 100L * second : 6_000 + 10L * (second - 60);
            flow.add(Duration.ofSeconds(second).toNanos(), new ArticleFlow.Counts(done, 3));
        }

        assertThat(flow.perSecond()).hasValue(10);
        assertThat(flow.latest()).contains(new ArticleFlow.Counts(6_600, 3));
    }

    @Test
    void thereIsNoSpeedBeforeTheSecondLook() {
        assertThat(flow.perSecond()).isEmpty();
        flow.add(5, new ArticleFlow.Counts(7, 0));
        assertThat(flow.perSecond()).isEmpty();
    }

    @Test
    void aGroupThatIsResetBeginsAnew() {
        flow.add(0, new ArticleFlow.Counts(1_000, 0));
        flow.add(Duration.ofSeconds(1).toNanos(), new ArticleFlow.Counts(0, 1_000));
        flow.add(Duration.ofSeconds(2).toNanos(), new ArticleFlow.Counts(50, 950));

        assertThat(flow.perSecond()).hasValue(50);
    }
}
