package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.Actors;
import org.tocsin.event.Anchored;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.StatementAct;

/**
 * The words of a sentence that tell what is said: those behind the verb, or those before it where the sentence ends with its speaker.
 *
 * @param from index of the first token
 * @param to index behind the last token
 */
record Content(Document document, Sentence sentence, int from, int to) {
    private static final int MOST_TARGETS = 2;
    private static final int SHORT_REST = 6;

    static Content of(Document document, Sentence sentence, CueTable.Cue<StatementAct> verb, boolean inverted) {
        int end = sentence.tokens().size();
        boolean tail = verb.meaning() == StatementAct.COMMENT && end - verb.to() <= SHORT_REST;
        boolean before = inverted || tail && verb.from() > SHORT_REST;
        return before
                ? new Content(document, sentence, 0, verb.from())
                : new Content(document, sentence, Math.min(verb.to(), end), end);
    }

    /** The act that the words tell; null where they tell none. */
    @Nullable
    StatementAct act() {
        return SpeechTables.actOfContent(sentence, from, to);
    }

    /** The words verbatim, without the conjunction and the marks around them; null where there are none. */
    @Nullable
    Anchored<String> text() {
        int first = from;
        int last = to;
        while (first < last && sentence.tokens().get(first).text().matches("[,:\"']+|``|that|--")) {
            first++;
        }
        while (last > first && sentence.tokens().get(last - 1).text().matches("[,.:\"']+|''|--")) {
            last--;
        }
        return first == last
                ? null
                : Anchored.at(sentence, first, last, document.text(sentence.startOf(first), sentence.endOf(last)));
    }

    /** The first states, bodies, groups or persons named, other than the speaker and the speaker's own state. */
    List<Anchored<Actor>> targets(Speakers speakers, Actor speaker) {
        List<Anchored<Actor>> targets = new ArrayList<>();
        sentence.mentions().stream()
                .filter(mention -> mention.from() >= from && mention.to() <= to)
                .forEach(mention -> {
                    if (mention instanceof ActorMention actor) {
                        add(targets, Actors.of(document, sentence, actor), speaker);
                    } else if (mention instanceof PersonMention person) {
                        add(targets, Actors.of(document, sentence, person), speaker);
                    }
                });
        return targets;
    }

    private static void add(List<Anchored<Actor>> targets, Anchored<Actor> target, Actor speaker) {
        Actor actor = target.value();
        boolean own = actor.getName().equals(speaker.getName())
                || actor.getCountry() != null
                        && actor.getCountry().equals(speaker.getCountry())
                        && actor.getKind() != ActorKind.ARMED_GROUP;
        boolean known = targets.stream()
                .anyMatch(other -> Objects.equals(other.value().getName(), actor.getName())
                        || actor.getCountry() != null
                                && actor.getCountry().equals(other.value().getCountry()));
        if (!own && !known && targets.size() < MOST_TARGETS) {
            targets.add(target);
        }
    }
}
