package org.tocsin.incident;

import java.util.List;
import org.tocsin.schema.ArticleReport;

/**
 * The incidents of the countries of one task: takes what articles report and says how the incidents change.
 * The result depends on the set of reports that stand, not on the order in which they came, except that an incident keeps
 * the identifier that it was first given.
 */
public interface IncidentLedger {
    /**
     * Takes what one article now says about one country in place of what it said before.
     *
     * @return the changes in a deterministic order; empty where nothing changed
     */
    List<IncidentChange> apply(ArticleReport report);
}
