package org.tocsin.serve.feed;

import org.apache.avro.specific.SpecificRecord;

/** What a reader of a filter has to do, with the position behind it. */
public sealed interface Edit {
    /** Identifier of the item. */
    String id();

    /** The position behind the change, as text. */
    String position();

    /** The item is new or other than before. */
    record Upsert(String id, SpecificRecord item, String position) implements Edit {}

    /** The item is retracted, merged into another, or no longer meets the filter. Whoever does not hold it passes this over. */
    record Delete(String id, String position) implements Edit {}
}
