package org.tocsin.serve.query;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tocsin.stream.PartitionedStores;
import org.tocsin.stream.StateLag;
import org.tocsin.stream.StoreName;
import org.tocsin.stream.StoresUnavailable;

/** Answers from one set of stores alone, where no other instance has a part of the state. */
public final class LoneHoldings {
    private LoneHoldings() {}

    /**
     * Answers from these stores.
     *
     * @param indexes told of every change of the stores
     * @param instance host and port by which this instance is known
     */
    public static Holdings of(PartitionedStores stores, Indexes indexes, StateLag lag, String instance) {
        LocalHoldings here = new LocalHoldings(stores, indexes, lag, instance);
        return new AskedHoldings(question -> ask(here, question));
    }

    private static Asking.Told ask(LocalHoldings here, Question question) {
        StoreName<?> store = question.store();
        Set<Integer> all =
                IntStream.range(0, here.partitions(store)).boxed().collect(Collectors.toCollection(TreeSet::new));
        Reply reply = here.answer(question, all);
        if (reply.partitions().isEmpty()) {
            throw new StoresUnavailable("No part of the store " + store.name() + " can be read now");
        }
        return new Asking.Told(List.of(reply), new Coverage(reply.partitions().size() == all.size(), 1, reply.lagMs()));
    }
}
