package org.tocsin.stream;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.stream.meter.StreamMeters;

/**
 * Takes records whose processing failed unexpectedly and writes them to the dead letters, so that one of them does not stop the
 * stream. Errors of Kafka, of the registry or of the stores say nothing about a record and stop the thread instead.
 */
public final class LastNet implements ProcessingExceptionHandler {
    /** The setting that names the topic of dead letters. */
    static final String TOPIC = "errors.dead.letter.queue.topic.name";

    /** The setting that holds the meters of the stream that this is made for; an object, never text. */
    static final String METERS = "internal.tocsin.meters";

    private static final Logger LOG = LoggerFactory.getLogger(LastNet.class);

    private String topic = "";
    private @Nullable StreamMeters meters;

    /** Made by Kafka Streams. */
    public LastNet() {}

    @Override
    public void configure(Map<String, ?> settings) {
        topic = String.valueOf(settings.get(TOPIC));
        meters = (StreamMeters) settings.get(METERS);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, @Nullable Record<?, ?> item, Exception error) {
        if (Causes.has(error, KafkaException.class) || Causes.has(error, StoresUnavailable.class)) {
            return Response.fail();
        }
        // the message may quote the article, so only kind and place of the error are told
        LogFields.at(LOG.atError(), context.topic(), context.partition(), context.offset()).log(
                "A record of {}-{} at offset {} failed in {} and becomes a dead letter: {} at {}",
                context.topic(),
                context.partition(),
                context.offset(),
                context.processorNodeId(),
                error.getClass().getName(),
                error.getStackTrace().length == 0 ? "an unknown place" : error.getStackTrace()[0]);
        if (meters != null) {
            meters.letter(DeadLetter.Reason.INTERNAL_ERROR.code());
        }
        DeadLetter letter = new DeadLetter(
                DeadLetter.Reason.INTERNAL_ERROR,
                error.getClass().getSimpleName() + " in " + context.processorNodeId(),
                new DeadLetter.Origin(context.topic(), context.partition(), context.offset(), context.timestamp()),
                context.sourceRawKey(),
                context.sourceRawValue());
        return Response.resume(List.of(new ProducerRecord<>(
                topic, null, context.timestamp(), letter.key(), letter.value(), letter.headers())));
    }
}
