package org.tocsin.stream;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Makes of a change the record that is written, with the headers of a CloudEvent. */
final class AddressEvent<V, R> extends ContextualFixedKeyProcessor<String, V, R> {
    private final CloudEvent event;
    private final Function<V, @Nullable R> unwrap;
    private final BiFunction<V, FixedKeyProcessorContext<String, R>, String> version;

    /**
     * A processor.
     *
     * @param event the headers
     * @param unwrap what is written; null retracts
     * @param version what tells a record from others of its key
     */
    AddressEvent(
            CloudEvent event,
            Function<V, @Nullable R> unwrap,
            BiFunction<V, FixedKeyProcessorContext<String, R>, String> version) {
        this.event = event;
        this.unwrap = unwrap;
        this.version = version;
    }

    /** Partition and offset of the article: the same after a restart, and different for each version of an article. */
    static String article(FixedKeyProcessorContext<?, ?> context) {
        RecordMetadata article = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("An event is written that no article caused"));
        return article.partition() + "-" + article.offset();
    }

    @Override
    public void process(FixedKeyRecord<String, V> item) {
        R value = unwrap.apply(item.value());
        String told = version.apply(item.value(), context());
        context()
                .forward(item.withValue(value)
                        .withHeaders(event.headers(item.headers(), item.key(), told, item.timestamp(), value)));
    }
}
