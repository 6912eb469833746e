package org.tocsin.stream;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Turns dead letters into records: the bytes as they came, the reason in headers. */
final class AddressDeadLetter extends ContextualProcessor<String, DeadLetter, byte[], byte[]> {
    @Override
    public void process(Record<String, DeadLetter> item) {
        DeadLetter letter = item.value();
        context().forward(new Record<>(letter.key(), letter.value(), item.timestamp(), letter.headers()));
    }
}
