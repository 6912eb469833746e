package org.tocsin.serve.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.stream.Pipeline;
import org.tocsin.stream.StoreName;
import org.tocsin.stream.StoresUnavailable;

/** The state of all instances of a pipeline. Thread-safe. */
public final class ClusterHoldings implements Holdings {
    private final Pipeline pipeline;
    private final Indexes indexes = new Indexes();
    private final Holdings answers = new AskedHoldings(this::ask);

    /**
     * Answers from a pipeline.
     *
     * @param pipeline not started yet, since its stores are followed from their opening on
     */
    public ClusterHoldings(Pipeline pipeline) {
        this.pipeline = pipeline;
        pipeline.tell(indexes);
    }

    private Asking.Told ask(Question question) {
        LocalHoldings here = new LocalHoldings(pipeline.partitions(), indexes, pipeline.lag(), "");
        StoreName<?> store = question.store();
        Set<Integer> all =
                IntStream.range(0, here.partitions(store)).boxed().collect(Collectors.toCollection(TreeSet::new));
        Reply reply = here.answer(question, all);
        if (reply.partitions().isEmpty()) {
            throw new StoresUnavailable(
                    "No part of the store " + store.name() + " can be read now; the pipeline is " + pipeline.state());
        }
        return new Asking.Told(List.of(reply), new Coverage(reply.partitions().size() == all.size(), 1, reply.lagMs()));
    }

    @Override
    public Answered<Slice<EventEnvelope>> events(Filter filter, Paging paging) {
        return answers.events(filter, paging);
    }

    @Override
    public Answered<Slice<Incident>> incidents(Filter filter, Paging paging) {
        return answers.incidents(filter, paging);
    }

    @Override
    public Answered<Optional<EventEnvelope>> event(String id) {
        return answers.event(id);
    }

    @Override
    public Answered<Optional<Incident>> incident(String id) {
        return answers.incident(id);
    }

    @Override
    public Answered<List<Incident>> revisions(String incidentId) {
        return answers.revisions(incidentId);
    }

    @Override
    public Answered<List<AggregateRow>> aggregates(Filter filter, Aggregation aggregation) {
        return answers.aggregates(filter, aggregation);
    }

    @Override
    public Answered<Optional<StoreEntry>> entry(String store, String key) {
        return answers.entry(store, key);
    }

    @Override
    public List<String> stores() {
        return answers.stores();
    }
}
