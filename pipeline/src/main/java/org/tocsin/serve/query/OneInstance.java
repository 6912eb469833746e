package org.tocsin.serve.query;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.stream.PartitionedStores;
import org.tocsin.stream.StateLag;
import org.tocsin.stream.StoreListener;
import org.tocsin.stream.StoreName;
import org.tocsin.stream.StoresUnavailable;

/** The state of stores that are all in this process, without a pipeline around them. Thread-safe. */
public final class OneInstance implements StoreListener {
    private final PartitionedStores stores;
    private final Indexes indexes;
    private final LocalHoldings here;

    /**
     * Answers from these stores alone.
     *
     * @param stores all of whose partitions are here; what changes in them is to be told
     */
    public OneInstance(PartitionedStores stores, StateLag lag) {
        this.stores = stores;
        this.indexes = new Indexes(() -> stores, Runnable::run, System::nanoTime);
        this.here = new LocalHoldings(stores, indexes, lag, "");
    }

    /** What is answered. */
    public Holdings holdings() {
        return new AskedHoldings(this::ask);
    }

    /** How many rows of events and incidents are kept in memory. */
    public int rows() {
        return indexes.size();
    }

    private Asking.Told ask(Question question) {
        Set<Integer> all =
                IntStream.range(0, stores.partitions(question.store())).boxed().collect(Collectors.toSet());
        Reply reply = here.answer(question, all);
        if (reply.partitions().isEmpty()) {
            throw new StoresUnavailable("The store " + question.store().name() + " cannot be read");
        }
        return new Asking.Told(List.of(reply), new Coverage(reply.partitions().size() == all.size(), 1, reply.lagMs()));
    }

    @Override
    public void opened(StoreName<?> store, int partition) {
        indexes.opened(store, partition);
    }

    @Override
    public <V> void changed(StoreName<V> store, int partition, String key, @Nullable V value) {
        indexes.changed(store, partition, key, value);
    }

    @Override
    public void closed(StoreName<?> store, int partition) {
        indexes.closed(store, partition);
    }
}
