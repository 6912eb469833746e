package org.tocsin.event.casualty;

import java.util.Optional;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Outcome;

/**
 * What a word or phrase of outcome-cues.tsv says about people.
 *
 * @param outcome what happened to them
 * @param frame where the people stand
 */
record OutcomeCue(Outcome outcome, Frame frame) {
    static final CueTable<OutcomeCue> TABLE = CueTable.of(
            KnowledgeTable.load(OutcomeCue.class, "outcome-cues.tsv", "words", "outcome", "frame"),
            row -> new OutcomeCue(
                    Optional.ofNullable(row.constant("outcome", Outcome.class))
                            .orElseThrow(() -> row.error("outcome is empty")),
                    Optional.ofNullable(row.constant("frame", Frame.class))
                            .orElseThrow(() -> row.error("frame is empty"))));

    /** Where the people stand to the words. */
    enum Frame {
        /** A verb: its object, or the subject of its passive ("killed nine people", "nine were killed"). */
        TRANSITIVE,
        /** A verb: its subject ("nine people died"). */
        INTRANSITIVE,
        /** As INTRANSITIVE, of soldiers, police and fighters, where nothing tells what they fell from or into ("40 attackers fell"). */
        FALLING,
        /** Right before, as the object of a verb of violence ("hacked 14 farmers to death"). */
        BEATEN,
        /** Right before ("nine people dead", "11 injured"). */
        STATE,
        /** The number right before a noun ("nine deaths"). */
        NOUN,
        /** Behind "of" ("the death of a soldier"). */
        OF,
        /** A verb that takes people and things: as TRANSITIVE, where a noun says that they are people ("eliminated 40 fighters"). */
        TRANSITIVE_PERSONS,
        /** A verb: its object ("lost six men"). */
        LOSS,
        /** A verb: its object, where it names captives ("took 12 hostages"). */
        CAPTIVES,
        /** As NOUN, for dead and wounded together ("30 casualties"). */
        CASUALTIES,
        /** As TOLL, for the outcome that was told before ("the number had reached 54"). */
        AGAIN,
        /** The last number of the clause ("the toll rose from four to five"). */
        TOLL
    }
}
