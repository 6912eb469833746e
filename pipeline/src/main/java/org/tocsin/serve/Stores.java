package org.tocsin.serve;

import java.util.Map;
import java.util.Optional;
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

    /** The rollup cells of a range of keys, in the order of the keys. */
    Answer<Map.Entry<RollupKey, RollupTotals>> rollups(KeyRange range);
}
