package org.tocsin.serve.query;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one partition by their keys. One thread at a time writes, any number read meanwhile: a reader meets every row that
 * does not change while it reads, and meets it once.
 */
final class RowTable {
    private static final int FIRST_ROOM = 64;

    private final Map<String, Integer> slots = new HashMap<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private int used;

    // rows never move between slots; the reference is written behind each change so that readers see the change
    private volatile @Nullable Row[] rows = new Row[FIRST_ROOM];

    /** Puts a row in place of the one with its key. */
    synchronized void put(Row row) {
        @Nullable Row[] now = rows;
        Integer slot = slots.get(row.key());
        if (slot == null) {
            slot = free.isEmpty() ? used++ : free.pop();
            if (slot >= now.length) {
                now = Arrays.copyOf(now, now.length * 2);
            }
            slots.put(row.key(), slot);
        }
        now[slot] = row;
        rows = now;
    }

    /** Takes the row of a key away, if there is one. */
    synchronized void remove(String key) {
        Integer slot = slots.remove(key);
        if (slot != null) {
            @Nullable Row[] now = rows;
            now[slot] = null;
            free.push(slot);
            rows = now;
        }
    }

    /** How many rows there are. */
    synchronized int size() {
        return slots.size();
    }

    /** The row of a key; null where there is none. */
    synchronized @Nullable Row get(String key) {
        Integer slot = slots.get(key);
        return slot == null ? null : rows[slot];
    }

    void forEach(Consumer<Row> reader) {
        for (Row row : rows) {
            if (row != null) {
                reader.accept(row);
            }
        }
    }
}
