package org.tocsin.event.interception;

import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.Actors;
import org.tocsin.event.Anchored;
import org.tocsin.event.Attributions;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Attribution;

/** Finds whose air defence brought something down: the agent, the subject, else the force or state that reports it. */
final class Defender {
    private final Document document;

    Defender(Document document) {
        this.document = document;
    }

    /** The defender of an interception that the verb from (inclusive) to to (exclusive) tells; null where nobody is named. */
    @Nullable
    Anchored<Actor> of(Sentence sentence, int verbFrom, int verbTo) {
        if (verbTo < sentence.tokens().size()
                && sentence.tokens().get(verbTo).lower().equals("by")) {
            return agent(sentence, verbTo);
        }
        Anchored<Actor> subject = sentence.mentions(ActorMention.class)
                .filter(actor -> !actor.demonym() && actor.to() <= verbFrom && mayDefend(actor.kind()))
                .filter(actor -> !isOrigin(sentence, actor))
                .reduce((first, second) -> second)
                .map(actor -> Actors.of(document, sentence, actor))
                .orElse(null);
        return subject != null ? subject : reporter(sentence);
    }

    private @Nullable Anchored<Actor> agent(Sentence sentence, int verbTo) {
        return sentence.mentions(ActorMention.class)
                .filter(actor -> actor.from() > verbTo && actor.from() <= verbTo + 4 && mayDefend(actor.kind()))
                .findFirst()
                .map(actor -> Actors.of(document, sentence, actor))
                .orElse(null);
    }

    /** Whether the weapons come from or went to the actor: "sent by India", "fired from Iran", "at Israel". */
    private static boolean isOrigin(Sentence sentence, ActorMention actor) {
        int before = actor.from() - 1;
        if (before >= 0 && sentence.tokens().get(before).lower().equals("the")) {
            before--;
        }
        return before >= 0
                && sentence.tokens()
                        .get(before)
                        .lower()
                        .matches("by|from|of|over|in|at|near|against|to|into|towards|via");
    }

    private @Nullable Anchored<Actor> reporter(Sentence sentence) {
        for (Anchored<Attribution> said : new Attributions(document).of(sentence)) {
            Actor speaker = said.value().getSpeaker();
            if (mayDefend(speaker.getKind()) && speaker.getCountry() != null) {
                return said.map(Attribution::getSpeaker);
            }
        }
        return null;
    }

    private static boolean mayDefend(ActorKind kind) {
        return kind == ActorKind.STATE
                || kind == ActorKind.MILITARY
                || kind == ActorKind.ARMED_GROUP
                || kind == ActorKind.IGO;
    }
}
