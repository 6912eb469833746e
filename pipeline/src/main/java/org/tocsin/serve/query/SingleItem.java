package org.tocsin.serve.query;

import java.util.List;
import java.util.Set;
import org.tocsin.stream.Placement;

/**
 * One question for one record, which one partition holds. Where the key tells the partition, it alone is asked; else this instance is
 * asked first, and the others where it does not have the record. Not thread-safe.
 */
final class SingleItem {
    private final Peers peers;
    private final LocalHoldings here;
    private final Placement placement;

    /**
     * Questions for single records.
     *
     * @param here the stores of this instance
     * @param placement who holds which partitions, this instance left out
     */
    SingleItem(Peers peers, LocalHoldings here, Placement placement) {
        this.peers = peers;
        this.here = here;
        this.placement = placement;
    }

    /** What one question came to: the answers, and whether they are all that there is to say. */
    record Found(List<Reply> replies, boolean complete) {}

    /**
     * Asks for a record.
     *
     * @param partitions those that the record can be in
     */
    Found ask(Question question, Set<Integer> partitions) {
        Set<Integer> own = here.owned(question.store());
        own.retainAll(partitions);
        if (!own.isEmpty() && own.size() < partitions.size()) {
            Reply reply = here.answer(question, own);
            if (reply.matched() > 0) {
                return new Found(List.of(reply), true);
            }
        }
        List<Reply> replies =
                new ScatterGather(peers, here, placement, question, partitions, ScatterGather.LIMIT).replies();
        boolean found = replies.stream().anyMatch(reply -> reply.matched() > 0);
        return new Found(replies, found || Reply.partitions(replies).size() == partitions.size());
    }
}
