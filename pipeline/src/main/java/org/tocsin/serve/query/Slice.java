package org.tocsin.serve.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of items.
 *
 * @param items in the order asked for
 * @param matched how many items meet the conditions on all pages together
 * @param next cursor of the next page; null where this is the last one
 */
public record Slice<T>(
        List<T> items, long matched, @Nullable String next) {
    /** Keeps a copy of the items. */
    public Slice {
        items = List.copyOf(items);
    }
}
