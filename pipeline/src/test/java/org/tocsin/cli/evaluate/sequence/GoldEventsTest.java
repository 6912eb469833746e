package org.tocsin.cli.evaluate.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resolution given perfect events, on invented sequences from many conflicts. */
class GoldEventsTest {
    private static final Path INVENTED = Path.of("src/test/resources/org/tocsin/cli/evaluate/invented");

    @ParameterizedTest
    @CsvSource({"ARRIVAL,0", "REVERSED,0", "SHUFFLED,1", "SHUFFLED,2"})
    void perfectEventsGiveTheTrueIncidentsInAnyOrder(Order order, long seed) {
        SequenceEvaluation evaluation = SequenceEvaluation.ofResolver(INVENTED, GoldEvents.of(INVENTED), order, seed);

        Map<String, Double> figures = evaluation.figures();
        assertThat(figures.get("bcubed_f1")).isGreaterThanOrEqualTo(0.97);
        assertThat(figures.get("killed_exact")).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.get("injured_exact")).isGreaterThanOrEqualTo(0.95);
        assertThat(figures.get("kept_apart")).isEqualTo(1);
        assertThat(figures.get("history_order")).isGreaterThanOrEqualTo(0.97);
        assertThat(figures.get("sources_exact")).isGreaterThanOrEqualTo(0.95);
    }
}
