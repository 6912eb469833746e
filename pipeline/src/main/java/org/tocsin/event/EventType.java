package org.tocsin.event;

import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/**
 * One kind of event, from which topic, serde, nodes, stores and API path follow.
 *
 * @param name lower-case name, the value of {@code event_type} and the end of the topic's name
 * @param schema the Avro class
 * @param extractor makes the extractor; called once for each coder
 */
public record EventType<E extends SpecificRecord>(
        String name, Class<E> schema, Supplier<EventExtractor<E>> extractor) {}
