package org.tocsin.event;

import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Sentence;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/** Turns mentions of states, bodies, groups and persons into actors with the words that name them. */
public final class Actors {
    private Actors() {}

    /** The actor that a mention names. */
    public static Anchored<Actor> of(Document document, Sentence sentence, ActorMention mention) {
        String words = document.text(sentence.startOf(mention.from()), sentence.endOf(mention.to()));
        return Anchored.at(
                sentence, mention, new Actor(mention.name(), words, null, null, mention.country(), mention.kind()));
    }

    /** The person that a mention names, with the usual or stated office. */
    public static Anchored<Actor> of(Document document, Sentence sentence, PersonMention mention) {
        String words = document.text(sentence.startOf(mention.from()), sentence.endOf(mention.to()));
        return Anchored.at(
                sentence,
                mention,
                new Actor(
                        mention.name(),
                        words,
                        mention.role(),
                        mention.organization(),
                        mention.country(),
                        kindOf(mention.role(), mention.organization())));
    }

    private static ActorKind kindOf(@Nullable String role, @Nullable String organization) {
        return role == null && organization == null ? ActorKind.PERSON : ActorKind.STATE;
    }
}
