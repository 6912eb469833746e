package org.tocsin.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.incident.LedgerProbe;
import org.tocsin.incident.RandomHistory;
import org.tocsin.schema.ArticleReport;

/** Totals that follow every change stay what a count from scratch gives. */
class RollupPropertiesTest {

    static List<Long> seeds() {
        return LongStream.range(0, 16).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void summedChangesEqualACountFromTheIncidentsAfterEveryReport(long seed) {
        LedgerProbe ledger = new LedgerProbe();
        SummedChanges summed = new SummedChanges();

        for (ArticleReport report : new RandomHistory(seed, 60).reports()) {
            ledger.apply(report).forEach(summed::add);

            assertThat(Recount.readable(summed.cells())).isEqualTo(Recount.of(ledger.standing()));
        }
    }
}
