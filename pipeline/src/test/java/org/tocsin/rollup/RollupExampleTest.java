package org.tocsin.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.schema.Article;
import org.tocsin.schema.RollupTotals;

/** The worked example of docs/rollups.md. */
class RollupExampleTest {
    private static final Instant MORNING = Instant.parse("2026-11-18T10:00:00Z");

    private final ReplayedHistory history = new ReplayedHistory(new ReplayedHistory.Tricks());
    private final List<String> rows = new ArrayList<>();

    @Test
    void sevenDeadThenNineIsWhatTheDocumentSays() throws IOException {
        publish("first", "Northline Wire", MORNING, "Hlukhiv", 7);
        tell("7 dead");
        publish("second", "Harbour Post", MORNING.plus(Duration.ofHours(1)), "Hlukhiv", 9);
        tell("9 dead");
        history.take(new ArticleHistory.Step("second", null));
        tell("the second article deleted");
        publish("first", "Northline Wire", MORNING, "Shostka", 7);
        tell("another town");

        assertThat(Files.readAllLines(Path.of("../docs/rollups.md"))).containsSequence(rows);
    }

    private void publish(String id, String outlet, Instant published, String town, int killed) {
        String text = "strike|" + town + "|2026-11-18|OCCURRED|DRONE|-|" + killed + "|-\nTold by " + outlet;
        history.take(new ArticleHistory.Step(id, new Article(id, null, text, published, null, outlet)));
    }

    private void tell(String after) {
        history.cells().forEach((key, totals) -> {
            RollupKey cell = RollupKey.parse(key);
            if (cell.clock() == RollupClock.OCCURRED && cell.dimension() == RollupDimension.TOWN) {
                rows.add(row(after, cell.value().substring(cell.value().lastIndexOf('/') + 1), totals));
            }
        });
    }

    private static String row(String after, String town, RollupTotals totals) {
        return String.join(
                " | ",
                "| " + after,
                town,
                Long.toString(totals.getEvents()),
                Long.toString(totals.getKilledLow()),
                Long.toString(totals.getKilledBest()),
                totals.getKilledHigh() + " |");
    }
}
