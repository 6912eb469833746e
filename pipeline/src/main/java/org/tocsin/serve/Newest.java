package org.tocsin.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Keeps the first few of many items in an order, without holding the others.
 *
 * @param <T> the items
 */
final class Newest<T> {
    private final int limit;
    private final Comparator<T> order;
    private final PriorityQueue<T> kept;
    private long seen;

    /**
     * Makes an empty collection.
     *
     * @param limit how many to keep, at least 1
     * @param order the first items in this order are kept
     */
    Newest(int limit, Comparator<T> order) {
        this.limit = limit;
        this.order = order;
        this.kept = new PriorityQueue<>(order.reversed());
    }

    void add(T item) {
        seen++;
        kept.add(item);
        if (kept.size() > limit) {
            kept.remove();
        }
    }

    /** How many were added in all. */
    long seen() {
        return seen;
    }

    /** The kept items in order. */
    List<T> inOrder() {
        List<T> items = new ArrayList<>(kept);
        items.sort(order);
        return items;
    }
}
