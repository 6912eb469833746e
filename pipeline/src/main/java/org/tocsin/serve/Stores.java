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

/** The state that the API answers from. Reading throws {@link org.tocsin.stream.StoresUnavailable} while it cannot be read. */
public interface Stores {
    /** Why the state cannot be read now; empty when it can. */
    Optional<String> notReady();

    /** The wanted events that stand, the latest reported first. */
    Answer<EventEnvelope> events(Predicate<EventEnvelope> wanted, int limit);

    /** The wanted incidents that stand, the latest reported first. */
    Answer<Incident> incidents(Predicate<Incident> wanted, int limit);

    /**
     * Reads the rollup cells of a range of keys, in no particular order.
     *
     * @return whether all of the state was read
     */
    boolean rollups(KeyRange range, BiConsumer<RollupKey, RollupTotals> cells);

    /** The last rollup cell of a range of keys. */
    Optional<RollupKey> lastRollup(KeyRange range);
}
