package org.tocsin.serve.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Rows that are read while others are written. */
class RowTableTest {
    private static final int ROWS = 2_000;

    @Test
    void aReaderMeetsEveryRowThatStaysOnceWhileOthersComeAndGo() throws InterruptedException {
        RowTable table = new RowTable();
        for (int i = 0; i < ROWS; i++) {
            table.put(row("stays " + i));
        }
        AtomicBoolean ended = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            for (int i = 0; !ended.get(); i++) {
                table.put(row("goes " + i % 3_000));
                table.remove("goes " + (i + 1_500) % 3_000);
                table.put(row("stays " + i % ROWS));
            }
        });
        writer.start();
        try {
            for (int round = 0; round < 200; round++) {
                Set<String> met = new HashSet<>();
                table.forEach(row -> {
                    if (row.id().startsWith("stays")) {
                        assertThat(met.add(row.id()))
                                .as("%s is met once", row.id())
                                .isTrue();
                    }
                });
                assertThat(met).hasSize(ROWS);
            }
        } finally {
            ended.set(true);
            writer.join();
        }
    }

    private static Row row(String id) {
        return new Row(
                id,
                id,
                List.of(),
                0,
                true,
                true,
                new Row.Traits("strike", "UA", null, null, null, null),
                List.of(),
                List.of(),
                List.of(),
                new Row.Days(0, 0),
                new Row.Times(0, 0, 0),
                null,
                new Row.Figures(0, 0, null),
                Double.NaN,
                Row.Groups.NONE,
                new int[0]);
    }
}
