package org.tocsin.arrival.format;

import org.tocsin.arrival.Draft;

/**
 * One item of a feed.
 *
 * @param where its place in the feed, for messages
 * @param draft what it says
 * @param extent how much of the article it holds
 */
public record FeedItem(String where, Draft draft, Extent extent) {
    /** How much of an article an item of a feed holds. */
    public enum Extent {
        /** The body of the article. */
        WHOLE,
        /** A summary or nothing; the article is at the item's address. */
        SUMMARY
    }
}
