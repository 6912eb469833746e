package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.rollup.ArticleHistory;
import org.tocsin.rollup.HistoryCoder;
import org.tocsin.rollup.Recount;
import org.tocsin.rollup.ReplayedHistory;
import org.tocsin.schema.Article;
import org.tocsin.schema.Incident;

/**
 * The store of rollups stays exact through whole histories of articles in the topology. {@code -Dtocsin.histories.stream.runs=200
 * -Dtocsin.histories.stream.articles=500} is the long form.
 */
class RollupHistoryStreamTest {
    private static final int RUNS = Integer.getInteger("tocsin.histories.stream.runs", 2);
    private static final int ARTICLES = Integer.getInteger("tocsin.histories.stream.articles", 120);
    private static final long SEED = Long.getLong("tocsin.histories.seed", 1L);

    @TempDir
    Path state;

    @Test
    void storedTotalsAreThoseOfTheArticlesThatStand() {
        for (long seed : LongStream.range(SEED, SEED + RUNS).toArray()) {
            Map<String, Incident> standing = new TreeMap<>();
            Map<String, Article> surviving = new TreeMap<>();
            try (TestStream stream =
                    new TestStream(state.resolve(Long.toString(seed)), Map.of(), HistoryCoder::coder)) {
                for (ArticleHistory.Step step : new ArticleHistory(seed, ARTICLES).steps()) {
                    take(stream, step, surviving);
                    for (KeyValue<String, Incident> incident : stream.incidents()) {
                        standing.put(incident.key, incident.value);
                    }
                }
                standing.values().removeIf(incident -> incident == null || incident.getMergedInto() != null);
                Map<String, String> stored = Recount.readable(stream.rollups());

                assertThat(stored)
                        .as("seed %d: the totals of the incidents' topic", seed)
                        .isNotEmpty()
                        .isEqualTo(Recount.of(standing.values()));
                assertThat(stored)
                        .as("seed %d: the totals of the articles that stand, resolved from scratch", seed)
                        .isEqualTo(Recount.of(ReplayedHistory.fromScratch(surviving.values())));
            }
        }
    }

    private static void take(TestStream stream, ArticleHistory.Step step, Map<String, Article> surviving) {
        if (step.article() == null) {
            stream.delete(step.id());
            surviving.remove(step.id());
        } else {
            stream.publish(step.article());
            surviving.put(step.id(), step.article());
        }
    }
}
