package org.tocsin.event.territory;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Agents;
import org.tocsin.event.Anchored;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.event.HomeArmies;
import org.tocsin.event.KnownGroups;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.Stance;
import org.tocsin.schema.TerritoryChangeKind;

/** Finds who takes, advances or leaves, as the form of the words tells. */
final class Takers {
    private static final Set<String> FALLING = Set.of("fall", "loss");
    private static final Set<String> GOVERNING = Set.of("government", "state", "federal", "official", "loyalist");
    private static final Set<String> COURSES = Set.of(
            "complete", "begin", "launch", "start", "impose", "tighten", "maintain", "continue", "make", "finish");

    /** Verbs whose subject leaves a place to others of its own will. */
    private static final Set<String> HANDING = Set.of("hand", "transfer");

    private static final Set<ActorKind> ARMED = EnumSet.of(ActorKind.STATE, ActorKind.MILITARY, ActorKind.ARMED_GROUP);
    private static final Set<TerritoryChangeKind> TAKING =
            EnumSet.of(TerritoryChangeKind.CAPTURE, TerritoryChangeKind.RECAPTURE, TerritoryChangeKind.ADVANCE);

    /** Tokens before the subject that opens a sentence. */
    private static final int OPENING_REACH = 3;

    private final Document document;
    private final Agents agents;
    private final KnownGroups groups;

    Takers(Document document) {
        this.document = document;
        this.agents = new Agents(document);
        this.groups = new KnownGroups(document);
    }

    /**
     * Who does it and what that makes of the change.
     *
     * @param actor null where the text does not tell
     * @param change null where the words of the cue tell
     */
    record Taker(@Nullable Anchored<Actor> actor, @Nullable TerritoryChangeKind change) {
        static Taker of(@Nullable Anchored<Actor> actor) {
            return new Taker(actor, null);
        }
    }

    /** Who does what the words of a cue tell; soldiers without a state are those of the only army of the article. */
    Taker of(
            Sentence sentence,
            Clauses clauses,
            CueTable.Cue<TerritoryTrigger> cue,
            Ground ground,
            List<Anchored<Attribution>> said) {
        Taker told = told(sentence, clauses, cue, ground, said);
        Taker taker = new Taker(groups.known(sentence, told.actor()), told.change());
        Anchored<Actor> actor = taker.actor();
        boolean stateless = actor != null
                && actor.value().getKind() == ActorKind.MILITARY
                && actor.value().getCountry() == null;
        return actor == null || !stateless
                ? taker
                : new Taker(
                        whoseSoldiers(
                                sentence, clauses, actor.map(soldiers -> ofOnlyArmy(sentence, soldiers, ground)), said),
                        taker.change());
    }

    /** Soldiers whose state nothing tells are those of the force that tells of them ("It said units had taken control of"). */
    private Anchored<Actor> whoseSoldiers(
            Sentence sentence, Clauses clauses, Anchored<Actor> soldiers, List<Anchored<Attribution>> said) {
        if (soldiers.value().getCountry() != null) {
            return soldiers;
        }
        Anchored<Actor> told = reporter(said);
        if (told == null && sentence.tokens().get(0).tag().startsWith("PRP")) {
            told = agents.antecedent(sentence, clauses, 1);
        }
        return told != null && told.value().getCountry() != null ? told : soldiers;
    }

    private Actor ofOnlyArmy(Sentence sentence, Actor soldiers, Ground ground) {
        String land = ground.place().value().getCountry();
        List<Actor> armies = document.sentences().stream()
                .filter(other -> !HomeArmies.isStateless(soldiers) || isNear(other, sentence))
                .flatMap(other -> other.mentions(ActorMention.class))
                .filter(mention -> mention.kind() == ActorKind.MILITARY && mention.country() != null)
                .map(mention -> new Actor(
                        mention.name(), soldiers.getText(), null, null, mention.country(), ActorKind.MILITARY))
                .toList();
        List<String> countries =
                armies.stream().map(Actor::getCountry).distinct().toList();
        if (countries.size() == 1) {
            return armies.get(0);
        }
        return countries.isEmpty() && land != null ? ofLand(soldiers, land) : soldiers;
    }

    private static Actor ofLand(Actor soldiers, String land) {
        return HomeArmies.isStateless(soldiers)
                ? HomeArmies.of(soldiers, land)
                : new Actor(soldiers.getName(), soldiers.getText(), null, null, land, ActorKind.MILITARY);
    }

    /** Whether a sentence stands in the same paragraph or the one before. */
    private static boolean isNear(Sentence other, Sentence sentence) {
        int paragraphs = sentence.paragraph() - other.paragraph();
        return paragraphs == 0 || paragraphs == 1;
    }

    private Taker told(
            Sentence sentence,
            Clauses clauses,
            CueTable.Cue<TerritoryTrigger> cue,
            Ground ground,
            List<Anchored<Attribution>> said) {
        boolean passive = VerbForms.isPassive(sentence, cue.from());
        return switch (cue.meaning().form()) {
            case FALL -> Taker.of(fallen(sentence, clauses, cue));
            case HOLD -> Taker.of(holder(sentence, clauses, cue, ground));
            case NOUN -> Taker.of(noun(sentence, clauses, cue, ground, said));
            case YIELD -> yielded(sentence, clauses, cue, ground, passive);
            case TOWARD, WITHIN -> Taker.of(subject(sentence, clauses, cue, said));
            case TAKE ->
                Taker.of(passive ? passive(sentence, clauses, cue, said) : subject(sentence, clauses, cue, said));
            case EXPEL ->
                passive
                        ? expelled(sentence, clauses, cue, ground, said)
                        : Taker.of(subject(sentence, clauses, cue, said));
        };
    }

    /** Whether the sentence tells of armed people or of a force. */
    boolean armed(Sentence sentence) {
        return agents.armed(sentence);
    }

    /** "back in government hands", "has the town in its hands": whoever stands in front of the hands. */
    private @Nullable Anchored<Actor> holder(
            Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue, Ground ground) {
        Anchored<Actor> owner = agents.inFrontOf(sentence, cue.from());
        int word = cue.from() - 1;
        Token front = sentence.tokens().get(Math.max(0, word));
        String land = ground.place().value().getCountry();
        if (owner == null && land != null && GOVERNING.contains(front.lower())) {
            Actor army = new Actor(front.text(), front.text(), null, null, land, ActorKind.MILITARY);
            return Anchored.at(sentence, word, word + 1, HomeArmies.of(army, land));
        }
        return owner != null || !front.tag().equals("PRP$") ? owner : agents.subject(sentence, clauses, word);
    }

    private @Nullable Anchored<Actor> fallen(Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue) {
        String last = sentence.tokens().get(cue.to() - 1).lower();
        if (last.equals("from")) {
            return null;
        }
        Anchored<Actor> to = agents.inPhrase(sentence, cue.to());
        return to != null ? to : behindTo(sentence, clauses, cue.to());
    }

    /** The people who are made to leave leave; who makes them takes. */
    private Taker expelled(
            Sentence sentence,
            Clauses clauses,
            CueTable.Cue<TerritoryTrigger> cue,
            Ground ground,
            List<Anchored<Attribution>> said) {
        Anchored<Actor> by = agents.byPhrase(sentence, clauses, cue.to());
        boolean freed = ground.place().end() <= sentence.startOf(cue.from());
        if (by != null || freed) {
            return Taker.of(by != null ? by : reporter(said));
        }
        return new Taker(agents.subject(sentence, clauses, cue.from()), TerritoryChangeKind.WITHDRAW);
    }

    /** "lost the town to the rebels": the rebels took it; without them the loser left it, and so does who hands it over. */
    private Taker yielded(
            Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue, Ground ground, boolean passive) {
        Anchored<Actor> giver =
                HANDING.contains(sentence.tokens().get(cue.from()).lemma()) && !passive
                        ? agents.subject(sentence, clauses, cue.from())
                        : null;
        if (giver != null) {
            return Taker.of(giver);
        }
        Anchored<Actor> taker = behindTo(sentence, clauses, cue.to());
        if (taker != null) {
            return new Taker(taker, TerritoryChangeKind.CAPTURE);
        }
        boolean lost = passive && ground.place().end() <= sentence.startOf(cue.from());
        return lost
                ? Taker.of(agents.byPhrase(sentence, clauses, cue.to()))
                : Taker.of(agents.subject(sentence, clauses, cue.from()));
    }

    private @Nullable Anchored<Actor> behindTo(Sentence sentence, Clauses clauses, int from) {
        for (int i = from; i < clauses.to(from - 1); i++) {
            if (sentence.tokens().get(i).tag().equals("TO")) {
                return agents.inPhrase(sentence, i + 1);
            }
        }
        return null;
    }

    /** The subject of an active verb, whom a pronoun stands for, who declares it, or the force that tells it of its own units. */
    private @Nullable Anchored<Actor> subject(
            Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue, List<Anchored<Attribution>> said) {
        Anchored<Actor> subject = agents.subject(sentence, clauses, cue.from());
        if (subject == null && sentence.tokens().get(cue.from()).tag().equals("VBG")) {
            subject = ofMainVerb(sentence, clauses, cue.from());
        }
        if (subject == null) {
            subject = agents.antecedent(sentence, clauses, cue.from());
        }
        if (subject == null
                && Tags.PAST.contains(sentence.tokens().get(cue.from()).tag())) {
            int verb = Grounds.declaring(sentence, cue.from());
            Anchored<Actor> by = agents.byPhrase(sentence, clauses, cue.to());
            subject = by != null || verb < 0 ? by : agents.subject(sentence, clauses, verb);
        }
        return subject != null ? subject : reporter(said);
    }

    /** "boast of holding the town": whoever does what the nearest finite verb with a subject before a gerund tells. */
    private @Nullable Anchored<Actor> ofMainVerb(Sentence sentence, Clauses clauses, int gerund) {
        for (int i = gerund - 1; i > 0; i--) {
            boolean finite = Tags.TENSED.contains(sentence.tokens().get(i).tag());
            Anchored<Actor> subject = finite ? agents.subject(sentence, clauses, i) : null;
            if (subject != null) {
                return subject;
            }
        }
        boolean noVerb =
                sentence.tokens().subList(0, gerund).stream().noneMatch(token -> Tags.FINITE.contains(token.tag()));
        return noVerb ? agents.firstBehind(sentence, 0, OPENING_REACH) : null;
    }

    /** The "by" of a passive; a place freed or taken back is so by the side that tells it. */
    private @Nullable Anchored<Actor> passive(
            Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue, List<Anchored<Attribution>> said) {
        Anchored<Actor> by = agents.byPhrase(sentence, clauses, cue.to());
        boolean own = cue.meaning().change() == TerritoryChangeKind.RECAPTURE
                || TerritoryWords.isOwn(sentence.tokens().get(cue.from()));
        return by == null && own ? reporter(said) : by;
    }

    private @Nullable Anchored<Actor> noun(
            Sentence sentence,
            Clauses clauses,
            CueTable.Cue<TerritoryTrigger> cue,
            Ground ground,
            List<Anchored<Attribution>> said) {
        Anchored<Actor> by = agents.byPhrase(sentence, clauses, cue.to());
        boolean leaves = cue.meaning().change() == TerritoryChangeKind.WITHDRAW;
        if (by == null && leaves && isNext(sentence, cue.to(), "of")) {
            by = agents.inPhrase(sentence, cue.to() + 1);
        }
        if (by == null) {
            by = agents.inFrontOf(sentence, cue.from());
        }
        if (by == null && FALLING.contains(sentence.tokens().get(cue.from()).lemma())) {
            by = behindTo(sentence, clauses, cue.to());
        }
        if (by == null && isDone(sentence, cue.from())) {
            by = agents.subject(sentence, clauses, cue.from());
        }
        boolean tellable = leaves || TAKING.contains(cue.meaning().change());
        if (by == null && tellable) {
            by = reporter(said, ground, leaves);
        }
        return by == null && tellable ? agents.antecedent(sentence, clauses, cue.from()) : by;
    }

    /** Whether a verb of doing stands before a noun: "completed the encirclement of". */
    private static boolean isDone(Sentence sentence, int noun) {
        return sentence.tokens().subList(Math.max(0, noun - 3), noun).stream()
                .anyMatch(token -> COURSES.contains(token.lemma()));
    }

    private static boolean isNext(Sentence sentence, int token, String word) {
        return token < sentence.tokens().size()
                && sentence.tokens().get(token).lower().equals(word);
    }

    /** The force that tells it; one that admits the loss of its own land did not take it. */
    private static @Nullable Anchored<Actor> reporter(List<Anchored<Attribution>> said, Ground ground, boolean leaves) {
        return said.stream()
                .filter(one -> isForce(one.value().getSpeaker()))
                .filter(one -> one.value().getStance() != Stance.DENIES)
                .filter(one -> leaves || !admits(one.value(), ground))
                .findFirst()
                .map(one -> one.map(Attribution::getSpeaker))
                .orElse(null);
    }

    /** Whether a speaker is a state, an army or a group, or speaks for a known one. */
    private static boolean isForce(Actor speaker) {
        return ARMED.contains(speaker.getKind()) && (speaker.getRole() == null || speaker.getCountry() != null);
    }

    private static boolean admits(Attribution said, Ground ground) {
        String land = ground.place().value().getCountry();
        return said.getStance() == Stance.CONFIRMS
                && land != null
                && land.equals(said.getSpeaker().getCountry());
    }

    private static @Nullable Anchored<Actor> reporter(List<Anchored<Attribution>> said) {
        return said.stream()
                .filter(one -> isForce(one.value().getSpeaker()))
                .filter(one -> one.value().getStance() != Stance.DENIES)
                .findFirst()
                .map(one -> one.map(Attribution::getSpeaker))
                .orElse(null);
    }
}
