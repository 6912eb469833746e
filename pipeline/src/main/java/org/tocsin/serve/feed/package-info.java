/**
 * What changes: the records of the topics of events and incidents, as they come and from any earlier moment. One consumer of an
 * instance reads them for everybody; who is far behind reads with a consumer of his own until he has caught up. Out come upserts and
 * deletes of those who meet a filter, each with the position behind it. Fails with {@link org.tocsin.serve.feed.PositionLost} where
 * the topics no longer hold what comes next.
 */
@NullMarked
package org.tocsin.serve.feed;

import org.jspecify.annotations.NullMarked;
