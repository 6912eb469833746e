package org.tocsin.event.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.ActDates;
import org.tocsin.event.ActStatus;
import org.tocsin.event.Agents;
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
    private static final Set<ActorKind> ARMED = Set.of(ActorKind.STATE, ActorKind.MILITARY, ActorKind.ARMED_GROUP);
    /** Words that only the side which takes a place uses for it. */
    private static final Set<String> OWN_WORDS = Set.of("liberate", "clear", "secure");

    private static final CueTable<Boolean> NOT_WAR =
            CueTable.of(KnowledgeTable.load(TerritoryReader.class, "territory-exclusions.tsv", "words"), row -> true);

    private final Document document;
    private final ActDates dates;
    private final Agents agents;
    private final Attributions attributions;
    private final Grounds grounds;

    TerritoryReader(Document document) {
        this.document = document;
        this.dates = new ActDates(document);
        this.agents = new Agents(document);
        this.attributions = new Attributions(document);
        this.grounds = new Grounds(document);
    }

    /** The mentions in the order of the text. */
    List<TerritoryReading> read() {
        List<TerritoryReading> readings = new ArrayList<>();
        for (Sentence sentence : document.sentences()) {
            List<CueTable.Cue<TerritoryTrigger>> cues = TerritoryTrigger.TABLE.find(sentence);
            if (!cues.isEmpty() && NOT_WAR.find(sentence).isEmpty()) {
                Clauses clauses = Clauses.of(sentence);
                cues.forEach(cue -> reading(sentence, clauses, cue).ifPresent(readings::add));
            }
        }
        return readings;
    }

    private Optional<TerritoryReading> reading(Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue) {
        Ground ground = grounds.of(sentence, clauses, cue);
        if (ground == null) {
            return Optional.empty();
        }
        List<Anchored<Attribution>> said = attributions.of(sentence);
        Anchored<Actor> actor = actor(sentence, clauses, cue, said);
        Anchored<EventStatus> status = ActStatus.of(document, sentence, cue.from(), cue.to());
        if (status == null || status.value() == EventStatus.HYPOTHETICAL || !enough(sentence, cue, actor)) {
            return Optional.empty();
        }
        TerritoryChangeKind change = change(sentence, cue, ground, actor);
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

    /** Who takes, advances or leaves, as the form of the words tells. */
    private @Nullable Anchored<Actor> actor(
            Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue, List<Anchored<Attribution>> said) {
        return switch (cue.meaning().form()) {
            case FALL ->
                sentence.tokens().get(cue.to() - 1).lower().equals("from") ? null : agents.inPhrase(sentence, cue.to());
            case NOUN -> nounActor(sentence, clauses, cue, said);
            case TAKE ->
                VerbForms.isPassive(sentence, cue.from())
                        ? agents.byPhrase(sentence, clauses, cue.to())
                        : subject(sentence, clauses, cue.from());
            case TOWARD -> subject(sentence, clauses, cue.from());
        };
    }

    private @Nullable Anchored<Actor> subject(Sentence sentence, Clauses clauses, int verb) {
        Anchored<Actor> subject = agents.subject(sentence, clauses, verb);
        return subject != null ? subject : agents.antecedent(sentence, clauses, verb);
    }

    private @Nullable Anchored<Actor> nounActor(
            Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue, List<Anchored<Attribution>> said) {
        Anchored<Actor> by = agents.byPhrase(sentence, clauses, cue.to());
        if (by == null) {
            by = agents.inFrontOf(sentence, cue.from());
        }
        if (by == null && sentence.tokens().get(cue.from()).lemma().equals("fall")) {
            by = taker(sentence, clauses, cue.to());
        }
        boolean taken = cue.meaning().change() == TerritoryChangeKind.CAPTURE
                || cue.meaning().change() == TerritoryChangeKind.RECAPTURE;
        return by == null && taken ? reporter(said) : by;
    }

    /** Who takes a place that falls: "the fall of the town to the rebels". */
    private @Nullable Anchored<Actor> taker(Sentence sentence, Clauses clauses, int from) {
        for (int i = from; i < clauses.to(from - 1); i++) {
            if (sentence.tokens().get(i).tag().equals("TO")) {
                return agents.inPhrase(sentence, i + 1);
            }
        }
        return null;
    }

    /** The "by" of a passive; a place freed or taken back is so by the side that tells it. */
    private @Nullable Anchored<Actor> passiveActor(
            Sentence sentence, Clauses clauses, CueTable.Cue<TerritoryTrigger> cue, List<Anchored<Attribution>> said) {
        Anchored<Actor> by = agents.byPhrase(sentence, clauses, cue.to());
        boolean own = cue.meaning().change() == TerritoryChangeKind.RECAPTURE
                || OWN_WORDS.contains(sentence.tokens().get(cue.from()).lemma());
        return by == null && own ? reporter(said) : by;
    }

    private static @Nullable Anchored<Actor> reporter(List<Anchored<Attribution>> said) {
        return said.stream()
                .filter(one -> ARMED.contains(one.value().getSpeaker().getKind()))
                .findFirst()
                .map(one -> one.map(Attribution::getSpeaker))
                .orElse(null);
    }

    /** Whether the sentence shows enough to take the words for a change of control in a war. */
    private boolean enough(Sentence sentence, CueTable.Cue<TerritoryTrigger> cue, @Nullable Anchored<Actor> actor) {
        boolean force = agents.armed(sentence)
                || actor != null
                        && (actor.value().getKind() == ActorKind.MILITARY
                                || actor.value().getKind() == ActorKind.ARMED_GROUP);
        boolean passive =
                cue.meaning().form() == TerritoryTrigger.Form.FALL || VerbForms.isPassive(sentence, cue.from());
        return force || cue.meaning().evidence() == TerritoryTrigger.Evidence.NONE && (actor != null || passive);
    }

    /** The change that the words mean here: freeing one's own land is taking it back, new positions near a place an advance. */
    private static TerritoryChangeKind change(
            Sentence sentence, CueTable.Cue<TerritoryTrigger> cue, Ground ground, @Nullable Anchored<Actor> actor) {
        TerritoryChangeKind own = ground.change();
        TerritoryChangeKind change = cue.meaning().change();
        if (change == TerritoryChangeKind.CAPTURE && own != null) {
            return own;
        }
        boolean frees = sentence.tokens().get(cue.from()).lemma().startsWith("liberat");
        String land = ground.place().value().getCountry();
        boolean home =
                actor != null && land != null && land.equals(actor.value().getCountry());
        return change == TerritoryChangeKind.CAPTURE && frees && home ? TerritoryChangeKind.RECAPTURE : change;
    }

    private static String words(Sentence sentence, CueTable.Cue<TerritoryTrigger> cue) {
        return String.join(
                " ",
                sentence.tokens().subList(cue.from(), cue.to()).stream()
                        .map(Token::lemma)
                        .toList());
    }
}
