package org.tocsin.serve.feed;

/**
 * The changes of one collection as this instance follows them.
 *
 * @param topics where they come from
 * @param ring the latest ones
 */
record Feed(FeedTopics topics, Ring ring) {}
