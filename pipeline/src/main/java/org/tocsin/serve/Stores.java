package org.tocsin.serve;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.rollup.RollupKey;
import org.tocsin.rollup.RollupWindow.KeyRange;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RollupTotals;

/** The state that the API answers from. Reading throws {@link Problem} 503 while the state cannot be read. */
public interface Stores {
    /** Why the state cannot be read now; empty when it can. */
    Optional<String> notReady();

    /** Whether this process holds all of the state, not only the share of one of several instances. */
    boolean complete();

    /** Every event that stands, in no particular order. */
    void events(Consumer<SpecificRecord> consumer);

    /** Every incident that stands, in no particular order. */
    void incidents(Consumer<Incident> consumer);

    /** The rollup cells of a range of keys. */
    void cells(KeyRange range, BiConsumer<RollupKey, RollupTotals> consumer);

    /** The last rollup cell of a range of keys; empty where there is none. */
    Optional<RollupKey> lastCell(KeyRange range);
}
