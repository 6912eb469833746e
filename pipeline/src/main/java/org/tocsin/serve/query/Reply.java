package org.tocsin.serve.query;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;

/**
 * What one instance answers to a {@link Question}.
 *
 * @param instance host and port of the one that answers
 * @param partitions the partitions that it read
 * @param lagMs by how many milliseconds what it read may be behind what was published
 * @param matched how many items meet the conditions
 * @param found events or incidents, in the order asked for
 * @param rows totals
 * @param entries records of stores
 */
record Reply(
        String instance,
        Set<Integer> partitions,
        long lagMs,
        long matched,
        List<Found> found,
        List<AggregateRow> rows,
        List<StoreEntry> entries) {
    Reply {
        partitions = Set.copyOf(partitions);
        found = List.copyOf(found);
        rows = List.copyOf(rows);
        entries = List.copyOf(entries);
    }

    static Reply found(Set<Integer> partitions, long lagMs, long matched, List<Found> found) {
        return new Reply("", partitions, lagMs, matched, found, List.of(), List.of());
    }

    /**
     * A record that was found.
     *
     * @param rank where it stands in the order asked for
     * @param item event envelope or incident
     */
    record Found(Rank rank, SpecificRecord item) {}

    /** The partitions that several instances read. */
    static Set<Integer> partitions(List<Reply> replies) {
        Set<Integer> all = new TreeSet<>();
        replies.forEach(reply -> all.addAll(reply.partitions));
        return all;
    }
}
