package org.tocsin.event.strike;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.event.Shifts;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Target;
import org.tocsin.schema.TargetKind;

/** Finds what an attack hit or aimed at: the nearest thing that target-kinds.tsv knows, with the words before it. */
final class Targets {
    private static final Set<String> ADJUNCT_BEGINS = Tags.like("IN|DT|NNP.?");
    private static final Set<String> OBJECT_BEGINS = Tags.like("CD|DT|PRP.?");

    private static final Set<String> MODIFIERS =
            Set.of("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "PRP$", "POS", "VBN", "JJS");
    private static final Set<String> NOT_A_TARGET_BEFORE = Set.of("from", "by", "said", "told", "at");
    private static final Set<String> SAYING = Set.of("say", "tell", "report", "write", "announce", "add", "confirm");
    private static final Set<String> AIM = Set.of("at", "on", "upon", "against", "into");
    private static final Set<String> TIES =
            Set.of("in", "by", "under", "from", "with", "after", "during", "amid", "to");
    private static final Set<String> CARRYING =
            Set.of("drive", "ride", "steer", "detonate", "park", "pack", "load", "rig");
    private static final Set<String> SPEAKERS =
            Set.of("source", "spokesman", "spokeswoman", "spokesperson", "statement", "chief");
    private static final int REACH = 16;
    private static final int VAGUE = 6;

    private static final CueTable<TargetKind> KINDS = CueTable.of(
            KnowledgeTable.load(Targets.class, "target-kinds.tsv", "words", "kind"),
            row -> Optional.ofNullable(row.constant("kind", TargetKind.class))
                    .orElseThrow(() -> row.error("kind is empty")));

    private Targets() {}

    /** The target of the attack that the tokens from (inclusive) to to (exclusive) name; null where the sentence names none. */
    static @Nullable Anchored<Target> of(
            Document document,
            Sentence sentence,
            Clauses clauses,
            CueTable.Cue<StrikeTrigger> trigger,
            @Nullable Anchored<Actor> attacker) {
        int from = trigger.from();
        int to = goal(sentence, clauses, trigger);
        List<CueTable.Cue<TargetKind>> things = KINDS.find(sentence).stream()
                .filter(cue -> cue.to() <= from || cue.from() >= to)
                .filter(cue -> isNoun(sentence, cue) && !attacks(sentence, cue, attacker))
                .filter(cue -> !isSubject(sentence, trigger, cue))
                .toList();
        boolean passive = trigger.meaning().form() == StrikeTrigger.Form.SUFFERED
                || trigger.meaning().strength() != StrikeTrigger.Strength.WEAPON
                        && !AIM.contains(sentence.tokens().get(trigger.to() - 1).lower())
                        && VerbForms.isPassive(sentence, from);
        CueTable.Cue<TargetKind> best = null;
        int cost = Integer.MAX_VALUE;
        for (CueTable.Cue<TargetKind> thing : things) {
            int apart = clauses.between(thing.from(), from) + (Shifts.between(sentence, thing.from(), from) ? 1 : 0);
            int distance = distance(thing, from, to, passive) + 20 * apart;
            if (distance < cost && distance <= REACH + 20 && fits(sentence, thing, from, to)) {
                best = thing;
                cost = distance;
            }
        }
        return best == null ? null : anchored(document, sentence, best, to);
    }

    /** The end of the words of the attack: for what is driven or flown into something, the word behind which that stands. */
    private static int goal(Sentence sentence, Clauses clauses, CueTable.Cue<StrikeTrigger> trigger) {
        if (trigger.meaning().completed().contains("into")) {
            for (int i = trigger.to(); i < clauses.to(trigger.from()); i++) {
                if (sentence.tokens().get(i).lower().equals("into")) {
                    return i + 1;
                }
            }
        }
        return trigger.to();
    }

    /** Whether the words name a thing: no verb, and no name that only happens to be the word ("Arsenal won"). */
    private static boolean isNoun(Sentence sentence, CueTable.Cue<TargetKind> thing) {
        String tag = sentence.tokens().get(thing.to() - 1).tag();
        boolean name = tag.startsWith("NNP") && thing.length() == 1 && thing.from() == 0;
        return (tag.startsWith("NN") || tag.equals("JJ")) && !name;
    }

    /** Whether the thing is the subject of an active verb: what acts is not hit. */
    private static boolean isSubject(
            Sentence sentence, CueTable.Cue<StrikeTrigger> trigger, CueTable.Cue<TargetKind> thing) {
        return trigger.meaning().form() == StrikeTrigger.Form.VERB
                && Tags.TENSED.contains(sentence.tokens().get(trigger.from()).tag())
                && thing.to() == VerbForms.groupStart(sentence, trigger.from());
    }

    private static boolean attacks(
            Sentence sentence, CueTable.Cue<TargetKind> thing, @Nullable Anchored<Actor> attacker) {
        return attacker != null
                && sentence.startOf(thing.from()) < attacker.end()
                && sentence.endOf(thing.to()) > attacker.start();
    }

    private static int distance(CueTable.Cue<TargetKind> thing, int from, int to, boolean passive) {
        boolean before = thing.to() <= from;
        int tokens = before ? from - thing.to() : thing.from() - to;
        // the object stands behind an active verb or a noun, before a passive verb
        int vague = thing.meaning() == TargetKind.OTHER ? VAGUE : 0;
        return tokens + vague + (before == passive ? 0 : 8);
    }

    private static boolean fits(Sentence sentence, CueTable.Cue<TargetKind> thing, int from, int trigger) {
        if (speaks(sentence, thing) || carries(sentence, thing) || tellsOf(sentence, thing, from)) {
            return false;
        }
        int start = start(sentence, thing, trigger);
        return start == 0
                || !NOT_A_TARGET_BEFORE.contains(
                        sentence.tokens().get(start - 1).lower())
                || sentence.tokens().get(start - 1).lower().equals("at");
    }

    /** Whether a vehicle only brings the bomb: "drove a truck into", "a car packed with explosives". */
    private static boolean carries(Sentence sentence, CueTable.Cue<TargetKind> thing) {
        List<Token> tokens = sentence.tokens();
        boolean vehicle = thing.meaning() == TargetKind.VEHICLE || thing.meaning() == TargetKind.TRANSPORT;
        boolean driven = tokens.subList(Math.max(0, thing.from() - 4), thing.from()).stream()
                .anyMatch(token -> token.tag().startsWith("VB") && CARRYING.contains(token.lemma()));
        boolean loaded = tokens.subList(thing.to(), Math.min(tokens.size(), thing.to() + 4)).stream()
                .anyMatch(token -> token.lower().startsWith("explosive"));
        return vehicle && (driven || loaded);
    }

    /** Whether the thing before a noun has nothing to do with it: neither "hit in a raid" nor "under fire" ties it to the noun. */
    private static boolean tellsOf(Sentence sentence, CueTable.Cue<TargetKind> thing, int trigger) {
        boolean noun = sentence.tokens().get(trigger).tag().startsWith("NN");
        return noun
                && thing.to() <= trigger
                && sentence.tokens().subList(thing.to(), trigger).stream()
                        .noneMatch(token -> TIES.contains(token.lower())
                                || token.tag().startsWith("VB") && !SAYING.contains(token.lemma()));
    }

    private static Anchored<Target> anchored(
            Document document, Sentence sentence, CueTable.Cue<TargetKind> thing, int trigger) {
        int start = start(sentence, thing, trigger);
        int end = thing.to();
        while (end < sentence.tokens().size()
                && Tags.COMMON_NOUN.contains(sentence.tokens().get(end).tag())) {
            end++;
        }
        Anchored<TargetKind> kind = Anchored.at(sentence, start, end, thing.meaning());
        return kind.map(value -> new Target(kind.words(document), value));
    }

    /** Whether the thing is who tells of the attack: "the local police said", "officials wrote". */
    private static boolean speaks(Sentence sentence, CueTable.Cue<TargetKind> thing) {
        int at = thing.to();
        while (at < sentence.tokens().size()
                && at - thing.to() < 4
                && ADJUNCT_BEGINS.contains(sentence.tokens().get(at).tag())) {
            at++;
        }
        return at < sentence.tokens().size()
                && (SAYING.contains(sentence.tokens().get(at).lemma())
                        || SPEAKERS.contains(sentence.tokens().get(at).lemma()));
    }

    /** The first word of the phrase that the thing ends; a phrase behind the words of the attack never reaches into them. */
    private static int start(Sentence sentence, CueTable.Cue<TargetKind> thing, int trigger) {
        int start = thing.from();
        int first = thing.from() >= trigger ? trigger : 0;
        while (start > first
                && MODIFIERS.contains(sentence.tokens().get(start - 1).tag())
                && !(sentence.tokens().get(start - 1).tag().equals("VBN")
                        && OBJECT_BEGINS.contains(sentence.tokens().get(start).tag()))
                && thing.from() - start < 5) {
            start--;
        }
        return start;
    }
}
