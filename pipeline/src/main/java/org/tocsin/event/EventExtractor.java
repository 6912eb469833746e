package org.tocsin.event;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.document.Document;

/**
 * Finds the events of one type in a document: one for each distinct real-world event, mentions of the same event already
 * merged. Stateless and thread-safe.
 *
 * @param <E> the Avro class of the type
 */
public interface EventExtractor<E extends SpecificRecord> {
    /** The events in the order of their best evidence in the text; empty where there are none. */
    List<E> extract(Document document);
}
