package org.tocsin.serve;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.tocsin.rollup.RollupKey;
import org.tocsin.rollup.RollupWindow.KeyRange;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RollupTotals;
import org.tocsin.stream.Answer;
import org.tocsin.stream.StoresUnavailable;

/** Stores of a stream that is rebalancing. */
final class ClosedStores implements Stores {
    private static final String REASON = "The stream is REBALANCING";

    @Override
    public Optional<String> notReady() {
        return Optional.of(REASON);
    }

    @Override
    public Answer<EventEnvelope> events(Predicate<EventEnvelope> wanted, int limit) {
        throw new StoresUnavailable(REASON);
    }

    @Override
    public Answer<Incident> incidents(Predicate<Incident> wanted, int limit) {
        throw new StoresUnavailable(REASON);
    }

    @Override
    public boolean rollups(KeyRange range, BiConsumer<RollupKey, RollupTotals> cells) {
        throw new StoresUnavailable(REASON);
    }

    @Override
    public Optional<RollupKey> lastRollup(KeyRange range) {
        throw new StoresUnavailable(REASON);
    }
}
