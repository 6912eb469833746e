package org.tocsin.event.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Actors;
import org.tocsin.event.Anchored;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/** Finds the side that takes, leaves or surrounds a place. */
final class Holders {
    private static final int REACH = 25;

    private final Document document;

    Holders(Document document) {
        this.document = document;
    }

    /** The side that acts: the agent behind "by" or "to", else the nearest subject before; null where none is named. */
    @Nullable
    Anchored<Actor> of(Sentence sentence, CueTable.Cue<TerritoryVerb> verb) {
        if (verb.meaning().form() == TerritoryVerb.Form.FALLEN) {
            return behind(sentence, verb.to(), "");
        }
        Anchored<Actor> agent = behind(sentence, verb.to(), "by");
        return agent != null ? agent : subject(sentence, verb.from());
    }

    private @Nullable Anchored<Actor> behind(Sentence sentence, int to, String preposition) {
        List<Token> tokens = sentence.tokens();
        for (int i = to; i < Math.min(tokens.size(), to + 10); i++) {
            int at = preposition.isEmpty() ? to : i + 1;
            if (preposition.isEmpty() || tokens.get(i).lower().equals(preposition)) {
                return sentence.mentions(ActorMention.class)
                        .filter(actor -> actor.from() >= at && actor.from() <= at + 2 && mayHold(actor))
                        .findFirst()
                        .map(actor -> Actors.of(document, sentence, actor))
                        .orElse(null);
            }
        }
        return null;
    }

    private @Nullable Anchored<Actor> subject(Sentence sentence, int verb) {
        List<ActorMention> before = sentence.mentions(ActorMention.class)
                .filter(actor -> actor.to() <= verb && verb - actor.to() <= REACH && mayHold(actor))
                .toList();
        return before.stream()
                .filter(actor -> !hangsOnPreposition(sentence, actor))
                .reduce((first, second) -> second)
                .map(actor -> Actors.of(document, sentence, actor))
                .orElse(null);
    }

    private static boolean hangsOnPreposition(Sentence sentence, ActorMention actor) {
        int before = actor.from() - 1;
        while (before >= 0 && sentence.tokens().get(before).tag().matches("DT|JJ")) {
            before--;
        }
        return before >= 0
                && sentence.tokens().get(before).tag().matches("IN|TO")
                && !sentence.tokens().get(before).lower().matches("that|as|after|while|since|because|of|before");
    }

    private static boolean mayHold(ActorMention actor) {
        return actor.kind() == ActorKind.STATE
                || actor.kind() == ActorKind.MILITARY
                || actor.kind() == ActorKind.ARMED_GROUP;
    }
}
