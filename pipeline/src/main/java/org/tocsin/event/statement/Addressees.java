package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Actors;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.StatementAct;

/** Finds whom an act of speech is about where its own words name nobody: whoever is answered, or "both sides" named before. */
final class Addressees {
    private static final Set<String> PAIRED = Set.of("both", "two", "warring", "rival");
    private static final Set<String> SIDES = Set.of(
            "side",
            "party",
            "government",
            "army",
            "country",
            "capital",
            "neighbour",
            "neighbor",
            "state",
            "nation",
            "belligerent");
    private static final Set<StatementAct> ANSWERS = Set.of(StatementAct.DENY, StatementAct.REJECT);
    private static final int PAIR = 2;

    private final Document document;

    Addressees(Document document) {
        this.document = document;
    }

    /** Those that a reading without targets is about, judged by what was said before it; empty where that tells nothing. */
    List<Anchored<Actor>> of(Content content, StatementAct act, Actor speaker, @Nullable Reading before) {
        if (namesBothSides(content)) {
            return bothSides(content.sentence(), speaker);
        }
        return before != null && answers(content, act, speaker, before) ? List.of(before.speaker()) : List.of();
    }

    private static boolean answers(Content content, StatementAct act, Actor speaker, Reading before) {
        return ANSWERS.contains(act)
                && content.sentence().paragraph() - before.sentence().paragraph() <= 1
                && isOther(before.speaker().value(), speaker);
    }

    private static boolean isOther(Actor one, Actor speaker) {
        return !one.getName().equals(speaker.getName())
                && (one.getCountry() == null
                        ? one.getKind() == ActorKind.ARMED_GROUP || one.getKind() == ActorKind.IGO
                        : !Objects.equals(one.getCountry(), speaker.getCountry()));
    }

    private static boolean namesBothSides(Content content) {
        List<Token> tokens = content.sentence().tokens();
        for (int i = content.from(); i + 1 < content.to(); i++) {
            if (PAIRED.contains(tokens.get(i).lower())
                    && SIDES.contains(tokens.get(i + 1).lemma())) {
                return true;
            }
        }
        return false;
    }

    /** The two states or groups named most up to a sentence, without the speaker's own; empty where only one is. */
    private List<Anchored<Actor>> bothSides(Sentence sentence, Actor speaker) {
        Map<String, List<Anchored<Actor>>> sides = new LinkedHashMap<>();
        document.sentences().stream()
                .filter(earlier -> earlier.index() <= sentence.index())
                .flatMap(earlier ->
                        earlier.mentions(ActorMention.class).map(actor -> Actors.of(document, earlier, actor)))
                .filter(actor -> isOther(actor.value(), speaker) && mayBeASide(actor.value()))
                .forEach(actor -> sides.computeIfAbsent(side(actor.value()), first -> new ArrayList<>())
                        .add(actor));
        if (sides.size() < PAIR) {
            return List.of();
        }
        return sides.values().stream()
                .sorted(Comparator.comparingInt((List<Anchored<Actor>> named) -> -named.size()))
                .limit(PAIR)
                .map(named -> named.get(0))
                .toList();
    }

    private static boolean mayBeASide(Actor actor) {
        return actor.getKind() == ActorKind.STATE
                || actor.getKind() == ActorKind.MILITARY
                || actor.getKind() == ActorKind.ARMED_GROUP;
    }

    private static String side(Actor actor) {
        return actor.getKind() == ActorKind.ARMED_GROUP || actor.getCountry() == null
                ? actor.getName()
                : actor.getCountry();
    }
}
