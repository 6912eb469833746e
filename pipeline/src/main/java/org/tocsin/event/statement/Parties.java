package org.tocsin.event.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.Actors;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.StatementAct;

/** The states and groups of a document, to tell whom an act of speech is about that names nobody itself. */
final class Parties {
    /** What a mention counts in the sentence of an act and in those before it. */
    private static final double[] NEAR = {4, 2, 1.2, 0.8};
    /** What a mention counts anywhere else. */
    private static final double FAR = 0.25;
    /** What somebody must weigh to be taken; more where an act need not be about anybody. */
    private static final double SOME = 0.6;

    private static final double CLEAR = 2;
    /** Words behind a name in which its attack may stand: "Russian drone attack". */
    private static final int ATTACK = 3;
    /** What a mention counts of one who speaks, and so may be a mere bystander. */
    private static final double SPEAKING = 0.3;
    /** Characters of an office in front of a speaker's name. */
    private static final int TITLE = 40;

    private static final Set<StatementAct> AGAINST = Set.of(
            StatementAct.CONDEMN, StatementAct.ACCUSE, StatementAct.DENY, StatementAct.THREATEN, StatementAct.REJECT);
    /** Acts that are about somebody who need not be named again beside them. */
    private static final Set<StatementAct> OPEN = Set.of(StatementAct.COMMENT, StatementAct.ANNOUNCE);

    private final Document document;

    Parties(Document document) {
        this.document = document;
    }

    /** Whether a name is that of a group which does not speak for the state that it belongs to. */
    boolean isGroup(@Nullable String name) {
        return name != null
                && document.sentences().stream()
                        .flatMap(sentence -> sentence.mentions(ActorMention.class))
                        .anyMatch(actor -> actor.name().equals(name)
                                && (actor.kind() == ActorKind.ARMED_GROUP || actor.kind() == ActorKind.NGO));
    }

    /** Whether an actor is on another side than a speaker. */
    boolean isOther(Actor actor, Actor speaker) {
        if (actor.getName().equals(speaker.getName()) || actor.getName().equals(speaker.getOrganization())) {
            return false;
        }
        if (speaker.getText() != null
                && speaker.getText().contains(" and ")
                && speaker.getText().contains(actor.getName())) {
            return false;
        }
        boolean home = actor.getCountry() != null && actor.getCountry().equals(speaker.getCountry());
        return !home
                || actor.getKind() == ActorKind.ARMED_GROUP
                || speaker.getKind() == ActorKind.ARMED_GROUP
                || speaker.getKind() == ActorKind.NGO
                || speaker.getKind() == ActorKind.OTHER
                || isGroup(speaker.getOrganization());
    }

    /**
     * The party that a speech is about by what stands around it: whoever is named most and nearest, those who speak left out. An act
     * against somebody looks for the side whose attacks are told.
     */
    Optional<Anchored<Actor>> around(Reading reading, List<Reading> all) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Map<String, Anchored<Actor>> first = new LinkedHashMap<>();
        for (Sentence sentence : document.sentences()) {
            double near = nearness(reading, sentence);
            sentence.mentions(ActorMention.class).forEach(mention -> {
                Anchored<Actor> actor = Actors.of(document, sentence, mention);
                if (mayBe(actor.value(), reading)) {
                    double weight = near * factor(reading, sentence, mention) * (speaks(actor, all) ? SPEAKING : 1);
                    weights.merge(side(actor.value()), weight, Double::sum);
                    first.merge(side(actor.value()), actor, (known, now) -> closer(reading, known, now));
                }
            });
        }
        return weights.entrySet().stream()
                .filter(entry ->
                        entry.getValue() >= (OPEN.contains(reading.act().value()) ? CLEAR : SOME))
                .max(Map.Entry.comparingByValue())
                .map(entry -> first.get(entry.getKey()));
    }

    private static double nearness(Reading reading, Sentence sentence) {
        int back = reading.sentence().index() - sentence.index();
        return back >= 0 && back < NEAR.length ? NEAR[back] : FAR;
    }

    /** How much a mention counts: whose attack is told counts more for an act against somebody, less for one in somebody's favour. */
    private static double factor(Reading reading, Sentence sentence, ActorMention mention) {
        int to = Math.min(sentence.tokens().size(), mention.to() + ATTACK);
        boolean attacks = mention.to() < to && SpeechTables.reportsFacts(sentence, mention.to(), to);
        boolean armed = mention.kind() == ActorKind.ARMED_GROUP;
        return AGAINST.contains(reading.act().value()) && (attacks || armed) ? 2 : 1;
    }

    private static Anchored<Actor> closer(Reading reading, Anchored<Actor> known, Anchored<Actor> now) {
        int end = reading.sentence().end();
        boolean nearer = now.end() <= end && Math.abs(end - now.end()) < Math.abs(end - known.end());
        return nearer ? now : known;
    }

    private boolean mayBe(Actor actor, Reading reading) {
        String words = reading.speaker().value().getText();
        return isParty(actor, reading.act().value())
                && isOther(actor, reading.speaker().value())
                && (words == null || !words.contains(actor.getText()));
    }

    /** Whether a mention is, or belongs to, somebody who speaks. */
    private static boolean speaks(Anchored<Actor> actor, List<Reading> all) {
        return all.stream()
                .map(Reading::speaker)
                .anyMatch(speaker -> actor.start() < speaker.end() && actor.end() > speaker.start() - TITLE);
    }

    private static String side(Actor actor) {
        boolean state = actor.getKind() == ActorKind.STATE || actor.getKind() == ActorKind.MILITARY;
        return state && actor.getCountry() != null ? actor.getCountry() : actor.getName();
    }

    /** The state in which a place lies that the words name, if the document names that state. */
    Optional<Anchored<Actor>> ofPlace(Content content, Actor speaker) {
        return content.sentence()
                .mentions(PlaceMention.class)
                .filter(place -> place.from() >= content.from() && place.to() <= content.to())
                .flatMap(place -> states(place.place().getCountry()).map(state -> anchored(content, place, state)))
                .filter(actor -> isOther(actor.value(), speaker))
                .findFirst();
    }

    private static Anchored<Actor> anchored(Content content, Mention place, Actor state) {
        return Anchored.at(content.sentence(), place, state);
    }

    private Stream<Actor> states(String country) {
        return document.sentences().stream()
                .flatMap(this::in)
                .map(Anchored::value)
                .filter(actor ->
                        actor.getKind() == ActorKind.STATE && country != null && country.equals(actor.getCountry()))
                .limit(1);
    }

    private Stream<Anchored<Actor>> in(Sentence sentence) {
        return sentence.mentions(ActorMention.class).map(actor -> Actors.of(document, sentence, actor));
    }

    private static boolean isParty(Actor actor, StatementAct act) {
        return switch (actor.getKind()) {
            case STATE, MILITARY, ARMED_GROUP -> true;
            case IGO -> act == StatementAct.REJECT || act == StatementAct.SUPPORT || act == StatementAct.DEMAND;
            default -> false;
        };
    }
}
