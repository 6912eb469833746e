package org.tocsin.event.territory;

import java.util.Optional;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.event.CueTable;
import org.tocsin.schema.TerritoryChangeKind;

/**
 * What a word or phrase of territory-triggers.tsv says about control over a place.
 *
 * @param change how control changes
 * @param form how actor and place stand around it
 * @param evidence how much else the sentence must show
 */
record TerritoryTrigger(TerritoryChangeKind change, Form form, Evidence evidence) {
    static final CueTable<TerritoryTrigger> TABLE = CueTable.of(
            KnowledgeTable.load(
                    TerritoryTrigger.class, "territory-triggers.tsv", "words", "change", "form", "evidence"),
            row -> new TerritoryTrigger(
                    Optional.ofNullable(row.constant("change", TerritoryChangeKind.class))
                            .orElseThrow(() -> row.error("change is empty")),
                    Optional.ofNullable(row.constant("form", Form.class)).orElseThrow(() -> row.error("form is empty")),
                    Optional.ofNullable(row.constant("evidence", Evidence.class))
                            .orElseThrow(() -> row.error("evidence is empty"))));

    /** How actor and place stand around the word. */
    enum Form {
        /** The place is the object, the subject of a passive ("captured the town"). */
        TAKE,
        /** The place stands behind a preposition ("advanced into the town", "withdrew from it"). */
        TOWARD,
        /** The place is the subject, who takes it stands behind ("fell to the rebels"). */
        FALL,
        /** A noun with the place behind it ("the capture of", "an advance into") or its owner in front ("the city's fall"). */
        NOUN,
        /** The place is the object, or stands behind the people who are made to leave it ("cleared it", "drove them out of it"). */
        EXPEL,
        /** The place is the object, who takes it may stand behind "to" ("lost the town to the rebels"). */
        YIELD,
        /** A noun with whose it now is in front ("fell into rebel hands", "came under army control"). */
        HOLD,
        /** The word "within": the place stands behind a distance ("came within 5 km of it"). */
        WITHIN
    }

    /** How much else must be said before the word counts as a change of control. */
    enum Evidence {
        /** A place taken and somebody who takes it are enough. */
        NONE,
        /** Armed people, an armed force or words of war (territory-war-words.tsv) must be told in the sentence. */
        FORCE,
        /** Who does it must be an armed force or group: everybody leaves and reaches places. */
        ARMED,
        /** An armed force or group must do it for a stated time: whoever holds a place "for three days" took it. */
        TIMED
    }
}
