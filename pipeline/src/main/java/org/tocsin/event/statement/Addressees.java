package org.tocsin.event.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private static final Set<StatementAct> ANSWERS = Set.of(StatementAct.DENY, StatementAct.REJECT);
    private static final int PAIR = 2;

    private final Document document;
    private final Parties parties;

    Addressees(Document document) {
        this.document = document;
        this.parties = new Parties(document);
    }

    /** Readings that name nobody, with whom they are about by what stands around them. */
    List<Reading> complete(List<Reading> readings) {
        return readings.stream()
                .map(reading -> reading.targets().isEmpty()
                        ? reading.of(
                                reading.speaker(),
                                parties.around(reading, readings).map(List::of).orElse(List.of()))
                        : reading)
                .toList();
    }

    /** The parties of the document. */
    Parties parties() {
        return parties;
    }

    /** Those that a reading without targets is about, judged by what was said before it; empty where that tells nothing. */
    List<Anchored<Actor>> of(Content content, StatementAct act, Actor speaker, @Nullable Reading before) {
        List<Anchored<Actor>> both = namesBothSides(content) ? bothSides(content.sentence(), speaker) : List.of();
        if (!both.isEmpty()) {
            return both;
        }
        List<Anchored<Actor>> told = SpeechTables.addressees(document, content);
        if (!told.isEmpty()) {
            return told;
        }
        if (before != null && answers(content, act, speaker, before)) {
            return List.of(before.speaker());
        }
        boolean hostile = act == StatementAct.CONDEMN || act == StatementAct.ACCUSE || act == StatementAct.DENY;
        Optional<Anchored<Actor>> place = hostile ? Optional.empty() : parties.ofPlace(content, speaker);
        return place.map(List::of).orElse(List.of());
    }

    private boolean answers(Content content, StatementAct act, Actor speaker, Reading before) {
        return ANSWERS.contains(act)
                && (content.sentence().paragraph() == before.sentence().paragraph() || isAbout(before, speaker))
                && parties.isOther(before.speaker().value(), speaker);
    }

    /** Whether a reading is about the state of a later speaker, who may answer it. */
    private static boolean isAbout(Reading before, Actor speaker) {
        return before.targets().stream()
                .map(Anchored::value)
                .anyMatch(target ->
                        speaker.getCountry() != null && speaker.getCountry().equals(target.getCountry())
                                || target.getName().equals(speaker.getName()));
    }

    private static boolean namesBothSides(Content content) {
        List<Token> tokens = content.sentence().tokens();
        for (int i = content.from(); i + 1 < content.to(); i++) {
            if (PAIRED.contains(tokens.get(i).lower())
                    && SpeechTables.SIDES.contains(tokens.get(i + 1).lemma())) {
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
                .filter(actor -> parties.isOther(actor.value(), speaker) && mayBeASide(actor.value()))
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
