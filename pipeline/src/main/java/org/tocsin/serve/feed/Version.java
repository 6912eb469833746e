package org.tocsin.serve.feed;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An item as it stood at some moment.
 *
 * @param item the event or incident; null where it did not stand: retracted, or merged into another
 * @param at when it was reported or changed
 */
public record Version(@Nullable SpecificRecord item, Instant at) {}
