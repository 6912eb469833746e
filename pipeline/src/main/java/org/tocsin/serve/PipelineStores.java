package org.tocsin.serve;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.tocsin.rollup.RollupKey;
import org.tocsin.rollup.RollupWindow.KeyRange;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RollupTotals;
import org.tocsin.stream.Answer;
import org.tocsin.stream.Pipeline;
import org.tocsin.stream.StoreReader.StoredEvent;

/**
 * The stores of a pipeline in this process.
 *
 * @param pipeline started or about to be
 */
public record PipelineStores(Pipeline pipeline) implements Stores {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    @Override
    public Optional<String> notReady() {
        return pipeline.ready() ? Optional.empty() : Optional.of("The pipeline is " + pipeline.state());
    }

    @Override
    public Answer<EventEnvelope> events(Predicate<EventEnvelope> wanted, int limit) {
        Answer<StoredEvent> answer = pipeline.stores().events(FIRST, LAST, null, wanted, limit);
        List<EventEnvelope> events =
                answer.items().stream().map(StoredEvent::event).toList();
        return new Answer<>(events, answer.more(), answer.complete());
    }

    @Override
    public Answer<Incident> incidents(Predicate<Incident> wanted, int limit) {
        return pipeline.stores().incidents(wanted, limit);
    }

    @Override
    public boolean rollups(KeyRange range, BiConsumer<RollupKey, RollupTotals> cells) {
        return pipeline.stores().rollups(range, cells);
    }

    @Override
    public Optional<RollupKey> lastRollup(KeyRange range) {
        return pipeline.stores().lastRollup(range);
    }
}
