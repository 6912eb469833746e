package org.tocsin.event.territory;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.ActDates;
import org.tocsin.event.ActStatus;
import org.tocsin.event.Anchored;
import org.tocsin.event.Attributions;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.event.PartyClaims;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.TerritoryChangeKind;

/** Reads the mentions of changes of control in the sentences of a document. */
final class TerritoryReader {
    private static final Pattern FREEING = Pattern.compile("liberat.*|clear|free|raise|hoist");
    private static final Set<String> ENTERING = Set.of(
            "enter", "walk", "march", "ride", "roll", "drive", "move", "sweep", "pour", "storm", "stream", "go",
            "push");
    private static final Set<String> UNDONE = Set.of("before", "without", "from");
    private static final Set<String> LOSING = Set.of("loss", "lose");

    private static final Set<String> MODIFIER = Tags.like("DT|JJ.?|NN.*|CD|POS|PRP\\$|VBN");

    private static final Set<ActorKind> FORCES = EnumSet.of(ActorKind.MILITARY, ActorKind.ARMED_GROUP);
    private static final Set<TerritoryChangeKind> TAKING =
            EnumSet.of(TerritoryChangeKind.CAPTURE, TerritoryChangeKind.RECAPTURE, TerritoryChangeKind.ADVANCE);

    private final Document document;
    private final ActDates dates;
    private final Attributions attributions;
    private final Grounds grounds;
    private final Takers takers;

    TerritoryReader(Document document) {
        this.document = document;
        this.dates = new ActDates(document);
        this.attributions = new Attributions(document);
        this.grounds = new Grounds(document);
        this.takers = new Takers(document);
    }

    /** The mentions in the order of the text. */
    List<TerritoryReading> read() {
        List<TerritoryReading> readings = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            List<CueTable.Cue<TerritoryTrigger>> cues = TerritoryTrigger.TABLE.find(sentence);
            if (!cues.isEmpty()) {
                Clauses clauses = Clauses.of(sentence);
                cues.forEach(cue -> reading(sentence, clauses, cue).ifPresent(readings::add));
            }
        }
        return withOnlyTaker(readings);
    }

    /** Where all that the article tells is taken by one side, it also took what it does not tell the taker of. */
    private static List<TerritoryReading> withOnlyTaker(List<TerritoryReading> readings) {
        List<Anchored<Actor>> sides = readings.stream()
                .filter(reading -> TAKING.contains(reading.change().value()))
                .map(TerritoryReading::actor)
                .flatMap(Stream::ofNullable)
                .toList();
        long names =
                sides.stream().map(side -> side.value().getName()).distinct().count();
        return names != 1
                ? readings
                : readings.stream()
                        .map(reading -> reading.actor() == null
                                        && TAKING.contains(reading.change().value())
                                ? reading.withActor(sides.get(0))
                                : reading)
                        .toList();
    }

    private Optional<TerritoryReading> reading(Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue) {
        Ground ground = grounds.of(sentence, clauses, cue);
        if (ground == null
                || !ground.named() && !mayPoint(cue.meaning())
                || isUndone(sentence, cue)
                || isDoneByWeapon(sentence, clauses, cue)) {
            return Optional.empty();
        }
        List<Anchored<Attribution>> said = attributions.of(sentence);
        Takers.Taker taker = takers.of(sentence, clauses, cue, ground, said);
        Anchored<Actor> actor = taker.actor();
        Anchored<EventStatus> status = ActStatus.of(document, sentence, cue.from(), cue.to());
        boolean told = status != null
                && status.value() != EventStatus.HYPOTHETICAL
                // a loss that is denied is a capture that somebody else claims
                && !(status.value() == EventStatus.DENIED && isLoss(sentence, cue));
        if (status == null || !told || !enough(sentence, cue, ground, actor)) {
            return Optional.empty();
        }
        grounds.note(sentence, ground);
        TerritoryChangeKind change = change(sentence, cue, ground, taker);
        Anchored<String> trigger = Anchored.at(sentence, cue.from(), cue.to(), words(sentence, cue));
        return Optional.of(new TerritoryReading(
                sentence,
                trigger,
                actor,
                Anchored.at(sentence, cue.from(), cue.to(), change),
                ground,
                dates.inSentence(sentence, cue.from()),
                PartyClaims.judge(status, trigger, actor == null ? null : actor.value(), said),
                said));
    }

    /** "before crossing into", "without entering": an advance that is not said to have come about. */
    private static boolean isUndone(Sentence sentence, CueTable.Cue<TerritoryTrigger> cue) {
        return cue.from() > 0
                && cue.meaning().change() == TerritoryChangeKind.ADVANCE
                && sentence.tokens().get(cue.from()).tag().equals("VBG")
                && UNDONE.contains(sentence.tokens().get(cue.from() - 1).lower());
    }

    /** "a drone that approached the city", "missiles flying at it were repelled": whether what moves is a weapon and nobody else. */
    private static boolean isDoneByWeapon(Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue) {
        boolean moving = cue.meaning().form() == TerritoryTrigger.Form.EXPEL
                || cue.meaning().change() == TerritoryChangeKind.ADVANCE;
        int group = VerbForms.groupStart(sentence, cue.from());
        return moving
                && sentence.mentions(WeaponMention.class)
                        .filter(weapon -> weapon.to() <= group && clauses.between(weapon.from(), cue.from()) <= 1)
                        .filter(weapon -> !hangsOn(sentence, weapon.from()))
                        .anyMatch(weapon -> sentence.mentions(ActorMention.class)
                                .noneMatch(actor -> actor.from() >= weapon.to() && actor.to() <= group));
    }

    private static boolean hangsOn(Sentence sentence, int noun) {
        int start = noun;
        while (start > 0 && MODIFIER.contains(sentence.tokens().get(start - 1).tag())) {
            start--;
        }
        return start > 0
                && Tags.PREPOSITION.contains(sentence.tokens().get(start - 1).tag())
                && !sentence.tokens().get(start - 1).lower().equals("that");
    }

    /** Whether "the town" is enough: everybody enters, reaches and leaves towns. */
    private static boolean mayPoint(TerritoryTrigger trigger) {
        return trigger.form() == TerritoryTrigger.Form.EXPEL
                || trigger.evidence() != TerritoryTrigger.Evidence.ARMED
                        && trigger.change() != TerritoryChangeKind.ADVANCE;
    }

    /** Whether the sentence shows enough to take the words for a change of control in a war. */
    private boolean enough(
            Sentence sentence, CueTable.Cue<TerritoryTrigger> cue, Ground ground, @Nullable Anchored<Actor> actor) {
        boolean armedActor = actor != null && FORCES.contains(actor.value().getKind());
        if (TerritoryWords.isPeaceful(sentence, armedActor)) {
            return false;
        }
        boolean passive = cue.meaning().form() == TerritoryTrigger.Form.FALL
                || cue.meaning().form() == TerritoryTrigger.Form.HOLD
                        && !sentence.tokens().get(cue.from() - 1).tag().equals("PRP$")
                || VerbForms.isPassive(sentence, cue.from())
                || isDeclared(sentence, cue, ground) && (takers.armed(sentence) || TerritoryWords.isWarlike(sentence));
        boolean noun = cue.meaning().form() == TerritoryTrigger.Form.NOUN;
        boolean force = takers.armed(sentence)
                || armedActor
                || TerritoryWords.isWarlike(sentence)
                || actor != null && isDeclared(sentence, cue, ground);
        return switch (cue.meaning().evidence()) {
            case NONE -> actor != null || passive || noun && force;
            case FORCE ->
                cue.meaning().change() == TerritoryChangeKind.BESIEGE && actor == null
                        ? false
                        : noun
                                ? force || actor != null && actor.value().getCountry() != null
                                : force && (actor != null || passive);
            case TIMED -> armedActor && TerritoryWords.isTimed(sentence, cue.to());
            case ARMED ->
                armedActor
                        || force && (passive || actor != null && actor.value().getKind() == ActorKind.STATE);
        };
    }

    /** "Moscow declares the town taken": whether a side says so of a place named before the participle. */
    private static boolean isDeclared(Sentence sentence, CueTable.Cue<TerritoryTrigger> cue, Ground ground) {
        boolean told = !ground.named() || ground.place().end() <= sentence.startOf(cue.from());
        return told && Grounds.declaring(sentence, cue.from()) >= 0;
    }

    /** The change that the words mean here: freeing one's own land is taking it back, new positions near a place an advance. */
    private static TerritoryChangeKind change(
            Sentence sentence, CueTable.Cue<TerritoryTrigger> cue, Ground ground, Takers.Taker taker) {
        TerritoryChangeKind own = ground.change();
        TerritoryChangeKind change =
                taker.change() != null ? taker.change() : cue.meaning().change();
        if (own != null && (change == TerritoryChangeKind.CAPTURE || own == TerritoryChangeKind.WITHDRAW)) {
            return own;
        }
        Token first = sentence.tokens().get(cue.from());
        if (change == TerritoryChangeKind.ADVANCE
                && ENTERING.contains(first.lemma())
                && TerritoryWords.isUnopposed(sentence)) {
            return TerritoryChangeKind.CAPTURE;
        }
        boolean frees =
                FREEING.matcher(first.lemma()).matches() || cue.meaning().form() == TerritoryTrigger.Form.EXPEL;
        boolean home = taker.actor() != null && isHome(taker.actor().value(), ground);
        return change == TerritoryChangeKind.CAPTURE && frees && home ? TerritoryChangeKind.RECAPTURE : change;
    }

    private static boolean isLoss(Sentence sentence, CueTable.Cue<TerritoryTrigger> cue) {
        return LOSING.contains(sentence.tokens().get(cue.from()).lemma());
    }

    /** Whether the place is of the state whose force acts; an armed group has a country but no land. */
    private static boolean isHome(Actor actor, Ground ground) {
        String land = ground.place().value().getCountry();
        return actor.getKind() != ActorKind.ARMED_GROUP && land != null && land.equals(actor.getCountry());
    }

    private static String words(Sentence sentence, CueTable.Cue<TerritoryTrigger> cue) {
        return String.join(
                " ",
                sentence.tokens().subList(cue.from(), cue.to()).stream()
                        .map(Token::lemma)
                        .toList());
    }
}
