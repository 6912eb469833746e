package org.tocsin.stream;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.stream.meter.StreamMeters;

/** Turns dead letters into records: the bytes as they came, the reason in headers. */
final class AddressDeadLetter extends ContextualProcessor<String, DeadLetter, byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(AddressDeadLetter.class);

    private final StreamMeters meters;

    AddressDeadLetter(StreamMeters meters) {
        this.meters = meters;
    }

    @Override
    public void process(Record<String, DeadLetter> item) {
        DeadLetter letter = item.value();
        meters.letter(letter.reason().code());
        LogFields.of(LOG.atInfo(), item.key(), letter.origin())
                .log("An article becomes a dead letter: {}", letter.reason().code());
        context()
                .forward(new Record<>(
                        letter.key(),
                        letter.value(),
                        item.timestamp(),
                        TraceContext.passedOn(item.headers(), letter.headers())));
    }
}
