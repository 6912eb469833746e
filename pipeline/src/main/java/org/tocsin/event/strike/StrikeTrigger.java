package org.tocsin.event.strike;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Method;

/**
 * What a word or phrase of strike-triggers.tsv says about an attack.
 *
 * @param form how attacker and target stand around it
 * @param strength how much else the sentence must show
 * @param method the method that the word itself implies; null where it implies none
 */
record StrikeTrigger(Form form, Strength strength, @Nullable Method method) {
    static final CueTable<StrikeTrigger> TABLE = CueTable.of(
            KnowledgeTable.load(StrikeTrigger.class, "strike-triggers.tsv", "words", "form", "strength", "method"),
            row -> new StrikeTrigger(
                    Optional.ofNullable(row.constant("form", Form.class)).orElseThrow(() -> row.error("form is empty")),
                    Optional.ofNullable(row.constant("strength", Strength.class))
                            .orElseThrow(() -> row.error("strength is empty")),
                    row.constant("method", Method.class)));

    /** How attacker and target stand around the word. */
    enum Form {
        /** A verb whose subject attacks and whose object is hit ("shelled the port"). */
        VERB,
        /** A verb whose subject is the weapon ("exploded", "crashed into"). */
        WEAPON_VERB,
        /** A noun ("attack on", "shelling of"). */
        NOUN,
        /** A phrase whose subject is hit ("came under fire"). */
        SUFFERED
    }

    /** How much else must be said before the word counts as an attack. */
    enum Strength {
        /** The word says it all ("airstrike"). */
        SURE,
        /** A weapon, an armed actor or violence must be told beside it ("attack", "hit"). */
        EVIDENCE,
        /** A weapon must be told beside it ("fired missiles at"). */
        WEAPON,
        /** A weapon must be its subject ("a drone damaged", "was destroyed by a missile"). */
        BY_WEAPON
    }
}
