package org.tocsin.serve.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Picks the rows of a page out of all and counts those that meet the conditions. Not thread-safe. */
final class RowPage {
    private final RowFilter filter;
    private final Set<String> ids;
    private final Paging paging;
    private final Comparator<Rank> order;
    private final @Nullable Rank behind;
    private final PriorityQueue<Picked> picked;
    private long matched;

    /**
     * A row that is on the page unless better ones come.
     *
     * @param rank where it stands
     * @param row the row
     * @param partition where its record is
     */
    record Picked(Rank rank, Row row, int partition) {}

    /**
     * An empty page.
     *
     * @param ids only these; empty for no such condition
     * @param collection what the cursor must be one of
     * @throws IllegalArgumentException if the cursor is wrong
     */
    RowPage(RowFilter filter, Set<String> ids, Paging paging, String collection) {
        this(filter, ids, paging, paging.cursor() == null ? null : Rank.parse(paging.cursor(), collection, paging));
    }

    private RowPage(RowFilter filter, Set<String> ids, Paging paging, @Nullable Rank behind) {
        this.filter = filter;
        this.ids = ids;
        this.paging = paging;
        this.order = Rank.order(paging);
        this.behind = behind;
        this.picked = new PriorityQueue<>(Comparator.comparing(Picked::rank, order.reversed()));
    }

    /** Most items on the page. */
    int limit() {
        return paging.limit();
    }

    /** Whether there may be rows behind those that were picked. */
    boolean isFull() {
        return picked.size() > paging.limit();
    }

    /** The page that begins behind the last row of this one, which is full; empty as yet. */
    RowPage following() {
        return new RowPage(filter, ids, paging, picked.element().rank());
    }

    /** Takes the rows of a partition. */
    Consumer<Row> of(int partition) {
        return row -> take(row, partition);
    }

    /** The best rows in their order: those of the page, and one more where there is one. */
    List<Picked> best() {
        List<Picked> best = new ArrayList<>(picked);
        best.sort(Comparator.comparing(Picked::rank, order));
        return best;
    }

    long matched() {
        return matched;
    }

    private void take(Row row, int partition) {
        if (!row.stands() || !ids.isEmpty() && !ids.contains(row.id()) || !filter.test(row)) {
            return;
        }
        matched++;
        Rank rank = Rank.of(row, paging.sort());
        if (behind != null && order.compare(rank, behind) <= 0) {
            return;
        }
        if (picked.size() <= paging.limit()) {
            picked.add(new Picked(rank, row, partition));
        } else if (order.compare(rank, picked.element().rank()) < 0) {
            picked.poll();
            picked.add(new Picked(rank, row, partition));
        }
    }
}
