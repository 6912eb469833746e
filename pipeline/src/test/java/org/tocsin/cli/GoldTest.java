package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds a floor under the figures on the gold that comes with the program; whoever raises a figure raises its floor. */
class GoldTest {
    private static final Path GOLD = Path.of("../data/gold");
    private static final Map<String, Double> FLOORS = Map.of(
            "macro.right.f1", 0.53,
            "strike.right.f1", 0.31,
            "casualty.right.f1", 0.61,
            "statement.right.f1", 0.68,
            "interception.right.f1", 0.62,
            "territory.right.f1", 0.42,
            "negatives.clean", 1.0);

    @Test
    void theCoderIsAsGoodAsItWas() {
        List<String> arguments = new ArrayList<>(
                List.of("evaluate", "--gold", GOLD.resolve("documents").toString()));
        FLOORS.forEach((figure, floor) -> arguments.addAll(List.of("--min", figure + "=" + floor)));

        Run run = Run.of(arguments.toArray(String[]::new));

        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("84 documents, ");
    }
}
