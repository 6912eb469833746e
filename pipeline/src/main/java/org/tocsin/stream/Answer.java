package org.tocsin.stream;

import java.util.List;

/**
 * What the stores of this instance answer.
 *
 * @param items the answer
 * @param more whether there are further items behind the limit
 * @param complete whether this instance holds all partitions, so that the answer is the whole truth
 */
public record Answer<T>(List<T> items, boolean more, boolean complete) {
    public Answer {
        items = List.copyOf(items);
    }
}
