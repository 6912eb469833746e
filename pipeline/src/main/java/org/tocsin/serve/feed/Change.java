package org.tocsin.serve.feed;

/**
 * One record of a topic: an item is new, other than before, or gone.
 *
 * @param id identifier of the item
 * @param now the item from here on
 * @param before what is known of it until here
 * @param slot the partition that told it, as the feed counts partitions
 * @param offset its offset there
 */
public record Change(String id, Version now, Before before, int slot, long offset) {
    /** What is known of an item before a change. */
    public sealed interface Before {
        /** There was none. */
        record Nothing() implements Before {}

        /** The version before this one. */
        record Known(Version version) implements Before {}

        /** There may have been one; it is no longer at hand. */
        record Unknown() implements Before {}
    }
}
