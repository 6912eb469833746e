package org.tocsin.event.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Sentence;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.StatementAct;

/**
 * One act of speech as one sentence tells it.
 *
 * @param sentence the sentence
 * @param act the act with the words that tell it
 * @param speaker who speaks
 * @param targets addressees or objects
 * @param quote the speaker's own words; null where none stand in quotation marks
 * @param content what is said; null where the sentence does not tell
 * @param date when it was said; null where the sentence does not tell
 * @param rule name of the rule that found the speaker
 */
record Reading(
        Sentence sentence,
        Anchored<StatementAct> act,
        Anchored<Actor> speaker,
        List<Anchored<Actor>> targets,
        @Nullable Anchored<String> quote,
        @Nullable Anchored<String> content,
        @Nullable Anchored<EventTime> date,
        String rule) {
    /** The same act by another speaker, about others. */
    Reading of(Anchored<Actor> other, List<Anchored<Actor>> about) {
        return new Reading(sentence, act, other, about, quote, content, date, rule);
    }
}
