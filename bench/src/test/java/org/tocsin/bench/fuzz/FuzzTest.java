package org.tocsin.bench.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A short run of {@code bench/run fuzz} with a fixed seed, and everything that longer runs found. */
class FuzzTest {
    private static final int INPUTS = 800;

    @Test
    void nothingBreaksOnInputsThatNobodyWouldSend() throws Exception {
        Fuzz.Outcome outcome = Fuzz.feed(20261125L, INPUTS);

        assertThat(outcome.inputs()).isEqualTo(INPUTS);
        assertThat(outcome.found()).isEmpty();
    }

    @Test
    void whatFailedOnceDoesNot() throws Exception {
        List<Fuzz.Found> cases = Fuzz.read(Path.of("src/test/resources/fuzz/found.jsonl"));
        assertThat(cases).isNotEmpty();

        assertThat(Fuzz.feedAgain(cases)).isEmpty();
    }
}
