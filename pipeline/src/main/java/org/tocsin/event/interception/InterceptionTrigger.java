package org.tocsin.event.interception;

import java.util.Optional;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.event.CueTable;

/**
 * What a word or phrase of interception-triggers.tsv says about an interception.
 *
 * @param form how the things brought down stand around it
 * @param evidence how much else the sentence must show
 */
record InterceptionTrigger(Form form, Evidence evidence) {
    static final CueTable<InterceptionTrigger> TABLE = CueTable.of(
            KnowledgeTable.load(InterceptionTrigger.class, "interception-triggers.tsv", "words", "form", "evidence"),
            row -> new InterceptionTrigger(
                    Optional.ofNullable(row.constant("form", Form.class)).orElseThrow(() -> row.error("form is empty")),
                    Optional.ofNullable(row.constant("evidence", Evidence.class))
                            .orElseThrow(() -> row.error("evidence is empty"))));

    /** How the things brought down stand around the word. */
    enum Form {
        /** Object of an active verb, subject of a passive one ("shot down two drones"). */
        VERB,
        /** Between a verb and its "down" ("shot two drones down"). */
        SPLIT_VERB,
        /** Behind a noun with "of" ("the downing of a jet"). */
        NOUN
    }

    /** How much else must be said before the word counts as an interception. */
    enum Evidence {
        /** A thing that flies is enough. */
        NONE,
        /** A drone or missile is enough; a manned aircraft may be hit on the ground or only be met in the air. */
        UNMANNED,
        /** Air defence or the sky must be told in the sentence (air-defence.tsv). */
        DEFENCE
    }
}
