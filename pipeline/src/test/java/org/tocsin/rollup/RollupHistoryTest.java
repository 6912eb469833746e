package org.tocsin.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Totals stay exact through whole histories of articles. {@code -Dtocsin.histories.runs=200 -Dtocsin.histories.articles=500} is the
 * long form; {@code -Dtocsin.histories.seed} begins elsewhere.
 */
class RollupHistoryTest {
    private static final int RUNS = Integer.getInteger("tocsin.histories.runs", 5);
    private static final int ARTICLES = Integer.getInteger("tocsin.histories.articles", 250);
    private static final long SEED = Long.getLong("tocsin.histories.seed", 1L);
    private static final int BETWEEN_CHECKS = 25;

    /** After each step the totals are those of the incidents that stand, and at the end those of the articles read from scratch. */
    @Test
    void totalsAreThoseOfTheArticlesThatStand() {
        ReplayedHistory.Tricks seen = new ReplayedHistory.Tricks();
        for (long seed : LongStream.range(SEED, SEED + RUNS).toArray()) {
            ReplayedHistory replayed = new ReplayedHistory(seen);
            List<ArticleHistory.Step> steps = new ArticleHistory(seed, ARTICLES).steps();
            for (int i = 0; i < steps.size(); i++) {
                replayed.take(steps.get(i));
                if (i % BETWEEN_CHECKS == 0) {
                    assertThat(replayed.totals())
                            .as("seed %d, step %d: the totals of the incidents that stand", seed, i)
                            .isEqualTo(Recount.of(replayed.standing()));
                }
            }
            assertThat(replayed.totals())
                    .as("seed %d: the totals of the incidents that stand", seed)
                    .isEqualTo(Recount.of(replayed.standing()));
            assertThat(replayed.totals())
                    .as("seed %d: the totals of the articles that stand, resolved from scratch", seed)
                    .isEqualTo(Recount.of(replayed.fromScratch()));
        }
        seen.assertAllHappened();
    }
}
