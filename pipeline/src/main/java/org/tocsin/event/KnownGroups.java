package org.tocsin.event;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Sentence;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;

/** Finds which armed group words such as "the rebels" stand for. */
public final class KnownGroups {
    private static final Set<String> TOLD_BEFORE = Set.of("the", "that", "this", "these", "those", "same");

    private static final String COALITION = "coalition";

    private final Document document;

    /** Finds the groups of this document. */
    public KnownGroups(Document document) {
        this.document = document;
    }

    /** "the gang", "that group": the armed group that was named last; "coalition forces": those of the coalition that is named. */
    public @Nullable Anchored<Actor> known(Sentence sentence, @Nullable Anchored<Actor> actor) {
        if (actor != null
                && isNameless(actor.value())
                && actor.value().getText().toLowerCase(Locale.ROOT).contains(COALITION)) {
            return coalition().orElse(actor);
        }
        if (actor == null || actor.value().getKind() != ActorKind.ARMED_GROUP || !isNameless(actor.value())) {
            return actor;
        }
        int noun = tokenAt(sentence, actor.start());
        boolean toldBefore =
                noun > 0 && TOLD_BEFORE.contains(sentence.tokens().get(noun - 1).lower());
        Anchored<Actor> group = toldBefore ? groupBefore(sentence, noun) : null;
        return group == null ? actor : group;
    }

    private static boolean isNameless(Actor actor) {
        return actor.getCountry() == null && actor.getName().equals(actor.getText());
    }

    /** The coalition that the article names first, which "coalition forces" stands for. */
    private Optional<Anchored<Actor>> coalition() {
        for (Sentence sentence : document.sentences()) {
            Optional<Anchored<Actor>> named = sentence.mentions(ActorMention.class)
                    .filter(mention -> mention.kind() == ActorKind.MILITARY)
                    .filter(mention -> mention.name().toLowerCase(Locale.ROOT).contains(COALITION))
                    .findFirst()
                    .map(mention -> Actors.of(document, sentence, mention));
            if (named.isPresent()) {
                return named;
            }
        }
        return Optional.empty();
    }

    private static int tokenAt(Sentence sentence, int offset) {
        return (int) sentence.tokens().stream()
                .filter(token -> token.end() <= offset)
                .count();
    }

    private @Nullable Anchored<Actor> groupBefore(Sentence sentence, int token) {
        for (int i = sentence.index(); i >= 0; i--) {
            Sentence earlier = document.sentences().get(i);
            Optional<Anchored<Actor>> group = earlier.mentions(ActorMention.class)
                    .filter(mention -> mention.kind() == ActorKind.ARMED_GROUP)
                    .filter(mention -> earlier.index() < sentence.index() || mention.to() <= token)
                    .reduce((one, other) -> other)
                    .map(mention -> Actors.of(document, earlier, mention));
            if (group.isPresent()) {
                return group.get();
            }
        }
        return null;
    }
}
