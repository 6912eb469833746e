package org.tocsin.event.territory;

import java.util.Optional;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.event.CueTable;
import org.tocsin.schema.TerritoryChangeKind;

/**
 * What a verb or noun of territory-verbs.tsv tells about a place.
 *
 * @param change how control changes
 * @param form where the place stands
 */
record TerritoryVerb(TerritoryChangeKind change, Form form) {
    static final CueTable<TerritoryVerb> TABLE = CueTable.of(
            KnowledgeTable.load(TerritoryVerb.class, "territory-verbs.tsv", "words", "change", "form"),
            row -> new TerritoryVerb(
                    Optional.ofNullable(row.constant("change", TerritoryChangeKind.class))
                            .orElseThrow(() -> row.error("change is empty")),
                    Optional.ofNullable(row.constant("form", Form.class))
                            .orElseThrow(() -> row.error("form is empty"))));

    /** OBJECT: the place is the verb's object; TOWARD and FROM: it may hang on a preposition; FALLEN: it is the subject. */
    enum Form {
        OBJECT,
        TOWARD,
        FROM,
        FALLEN
    }
}
