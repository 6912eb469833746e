package org.tocsin.event.strike;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Method;

/**
 * What a word or phrase of strike-triggers.tsv says about an attack.
 *
 * @param form how attacker and target stand around it
 * @param strength how much else the sentence must show
 * @param method the method that the word itself implies; null where it implies none
 * @param completed words one of which must follow in the clause ("on fire" behind "set"); empty where none must
 * @param status the status that the word itself implies ("defused"); null where it implies none
 */
record StrikeTrigger(
        Form form,
        Strength strength,
        @Nullable Method method,
        List<String> completed,
        @Nullable EventStatus status) {
    static final CueTable<StrikeTrigger> TABLE = CueTable.of(
            KnowledgeTable.load(
                    StrikeTrigger.class,
                    "strike-triggers.tsv",
                    "words",
                    "form",
                    "strength",
                    "method",
                    "completed",
                    "status"),
            row -> new StrikeTrigger(
                    Optional.ofNullable(row.constant("form", Form.class)).orElseThrow(() -> row.error("form is empty")),
                    Optional.ofNullable(row.constant("strength", Strength.class))
                            .orElseThrow(() -> row.error("strength is empty")),
                    row.constant("method", Method.class),
                    row.several("completed"),
                    row.constant("status", EventStatus.class)));

    private static final int COMPLETION_REACH = 14;

    StrikeTrigger {
        completed = List.copyOf(completed);
    }

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
        BY_WEAPON,
        /** A weapon or armed people must do it ("rebels burned houses"). */
        BY_ARMED,
        /** Explosions must be told in its clause ("was rocked by explosions"). */
        BY_EXPLOSION,
        /** A state or armed people must stand in front of it ("Indian fire killed"). */
        ARMED,
        /** Two sides must be named in its clause ("fighting between the army and rebels"). */
        NAMED_SIDES
    }

    /** Whether the clause of the words that end before a token goes on with one of the words that complete them. */
    boolean isComplete(Sentence sentence, Clauses clauses, int to) {
        if (completed.isEmpty()) {
            return true;
        }
        int end = Math.min(clauses.to(to - 1), to + COMPLETION_REACH);
        String behind = to >= end
                ? " "
                : " "
                        + String.join(
                                " ",
                                sentence.tokens().subList(to, end).stream()
                                        .map(Token::lower)
                                        .toList())
                        + " ";
        return completed.stream().anyMatch(words -> behind.contains(" " + words + " "));
    }
}
