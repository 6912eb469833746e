package org.tocsin.serve.feed;

import java.util.List;

/**
 * What changed from one position to another.
 *
 * @param edits in the order in which they are to be done
 * @param cursor the position behind them, as text: the next page begins there
 * @param more whether there was already more when this page was asked for
 */
public record ChangesPage(List<Edit> edits, String cursor, boolean more) {
    /** Keeps a copy of the edits. */
    public ChangesPage {
        edits = List.copyOf(edits);
    }
}
