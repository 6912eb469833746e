package org.tocsin.event.interception;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.Clauses;
import org.tocsin.event.Counts;
import org.tocsin.event.CueTable;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Count;
import org.tocsin.schema.InterceptedKind;

/** Reads what a verb or noun of interception says was brought down, kind by kind, with the figures. */
final class Tallies {
    private static final Set<String> BREAKDOWN =
            Set.of("including", "among", "which", "who", "that", "while", "whereas", "(", "--", ":", ";");
    private static final Set<String> ONE = Set.of("a", "an", "the", "another", "its", "their", "his");
    private static final Set<String> WHOLE =
            Set.of("of", "out", "from", "the", "some", "about", "around", "all", "those");
    private static final int BARE_REACH = 4;

    private final Document document;

    Tallies(Document document) {
        this.document = document;
    }

    /** What the words of a cue say was brought down, one tally for each kind; empty where nothing that flies was. */
    List<Tally> of(Sentence sentence, Clauses clauses, CueTable.Cue<InterceptionTrigger> cue) {
        List<AirTarget> targets = AirTarget.in(sentence);
        boolean passive = VerbForms.isPassive(sentence, cue.from())
                || cue.meaning().form() == InterceptionTrigger.Form.VERB && isBefore(sentence, cue.to() - 1, "by");
        List<AirTarget> objects = passive ? List.of() : behind(sentence, clauses, targets, cue);
        if (objects.isEmpty() && cue.meaning().form() == InterceptionTrigger.Form.VERB) {
            Tally bare = bare(sentence, targets, cue.from());
            if (bare != null) {
                return List.of(bare);
            }
            objects = before(sentence, clauses, targets, cue.from(), passive);
        }
        List<Tally> tallies = new ArrayList<>();
        for (AirTarget target : objects) {
            add(tallies, tally(sentence, target));
        }
        return tallies;
    }

    /** The objects of an active verb or of a noun with "of", up to the next verb or breakdown. */
    private static List<AirTarget> behind(
            Sentence sentence, Clauses clauses, List<AirTarget> targets, CueTable.Cue<InterceptionTrigger> cue) {
        int end = objectEnd(sentence, clauses, cue.to());
        if (cue.meaning().form() == InterceptionTrigger.Form.SPLIT_VERB && !hasDown(sentence, cue.to(), end)) {
            return List.of();
        }
        List<AirTarget> objects = new ArrayList<>();
        for (AirTarget target : targets) {
            boolean first = objects.isEmpty() && isNear(sentence, cue.to(), target.phrase());
            boolean more = !objects.isEmpty();
            if (target.from() >= cue.to() && target.to() <= end && (first || more)) {
                objects.add(target);
            }
        }
        return objects;
    }

    private static int objectEnd(Sentence sentence, Clauses clauses, int from) {
        List<Token> tokens = sentence.tokens();
        int limit = from == 0 ? tokens.size() : clauses.to(Math.min(from, tokens.size()) - 1);
        int end = from;
        while (end < limit) {
            Token token = tokens.get(end);
            boolean participle = token.tag().matches("VBN|VBG")
                    && (end + 1 >= limit || !tokens.get(end + 1).tag().matches("NN.*|JJ"));
            if (BREAKDOWN.contains(token.lower()) || token.tag().matches("VBD|VBZ|VBP|MD|TO") || participle) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean hasDown(Sentence sentence, int from, int end) {
        return sentence.tokens().subList(from, Math.min(sentence.tokens().size(), end + 1)).stream()
                .anyMatch(token -> token.lower().equals("down") && !token.tag().startsWith("N"));
    }

    /** Whether only a number, a bound or "N of the" stands between a verb and the phrase of its object. */
    private static boolean isNear(Sentence sentence, int from, int phrase) {
        for (int i = from; i < phrase; i++) {
            Token token = sentence.tokens().get(i);
            boolean bound = token.tag().matches("CD|RB.?|JJ.?|DT|PDT|NN|NNS|CC|,|``|''|IN|PRP\\$");
            boolean leaves = token.tag().equals("IN")
                    && !Set.of("of", "than", "at", "about", "around", "over", "out", "down")
                            .contains(token.lower());
            if (!bound || leaves) {
                return false;
            }
        }
        return true;
    }

    /** The subject of a passive verb, or the noun right before a participle ("drones destroyed overnight"). */
    private static List<AirTarget> before(
            Sentence sentence, Clauses clauses, List<AirTarget> targets, int verb, boolean passive) {
        boolean participle = sentence.tokens().get(verb).tag().matches("VBN|VBD");
        if (!passive && (!participle || hasObject(sentence, verb))) {
            return List.of();
        }
        int group = VerbForms.groupStart(sentence, verb);
        List<AirTarget> subjects = targets.stream()
                .filter(target -> target.to() <= group && clauses.between(target.from(), verb) == 0)
                .filter(target ->
                        passive ? noVerb(sentence, target.to(), group) : onlyAdverbs(sentence, target.to(), group))
                .toList();
        AirTarget last = subjects.isEmpty() ? null : subjects.get(subjects.size() - 1);
        return subjects.stream()
                .filter(target -> target == last || joined(sentence, target, last))
                .toList();
    }

    private static boolean onlyAdverbs(Sentence sentence, int from, int to) {
        return sentence.tokens().subList(from, to).stream()
                .allMatch(token -> token.tag().startsWith("RB"));
    }

    /** Whether a noun phrase follows a verb, so that what stands before it acts ("the missile destroyed a house"). */
    private static boolean hasObject(Sentence sentence, int verb) {
        int next = verb + 1;
        while (next < sentence.tokens().size()
                && sentence.tokens().get(next).tag().matches("RP|RB")) {
            next++;
        }
        int at = next;
        return next < sentence.tokens().size()
                && sentence.tokens().get(next).tag().matches("DT|NN.*|JJ.?|CD|PRP.?")
                && sentence.mentions(DateMention.class).noneMatch(date -> date.from() == at);
    }

    /** Whether no finite verb stands between tokens; one before "by" is a participle ("drones sent by"). */
    private static boolean noVerb(Sentence sentence, int from, int to) {
        return sentence.tokens().subList(from, to).stream()
                .filter(token -> token.tag().matches("VBD|VBZ|VBP|MD"))
                .allMatch(token -> isBefore(sentence, token.index(), "by"));
    }

    private static boolean isBefore(Sentence sentence, int token, String word) {
        return token + 1 < sentence.tokens().size()
                && sentence.tokens().get(token + 1).lower().equals(word);
    }

    /** Whether only nouns, numbers and "and" stand between two targets: they are one list. */
    private static boolean joined(Sentence sentence, AirTarget one, @Nullable AirTarget other) {
        return other != null
                && one.to() <= other.from()
                && sentence.tokens().subList(one.to(), other.from()).stream()
                        .allMatch(token -> token.tag().matches("CC|CD|JJ.?|NN.*|,|DT|RB|``|''"));
    }

    /** "Of 76 drones, 58 were brought down", "106 of which were downed": a number without a noun as the subject. */
    private @Nullable Tally bare(Sentence sentence, List<AirTarget> targets, int verb) {
        int group = VerbForms.groupStart(sentence, verb);
        CountMention count = sentence.mentions(CountMention.class)
                .filter(mention -> mention.role() == CountRole.PLAIN && mention.to() <= group)
                .filter(mention -> group - mention.to() <= BARE_REACH && isBare(sentence, mention.to(), group))
                .reduce((one, other) -> other)
                .orElse(null);
        AirTarget target = count == null ? null : antecedent(sentence, targets, count.from());
        if (count == null || target == null) {
            return null;
        }
        CountMention total = count(sentence, target);
        Anchored<Count> down = allBut(sentence, count, total);
        return new Tally(
                Anchored.at(sentence, target.from(), target.to(), target.kind()),
                down,
                total == null ? null : total(Counts.of(document, sentence, total), down));
    }

    /** The figure of a number; "all but four" of a known total is the rest. */
    private Anchored<Count> allBut(Sentence sentence, CountMention count, @Nullable CountMention total) {
        Anchored<Count> told = Counts.of(document, sentence, count);
        Integer left = told.value().getBest();
        Integer all = total == null
                ? null
                : Counts.of(document, sentence, total).value().getBest();
        boolean rest = count.from() > 1
                && sentence.tokens().get(count.from() - 1).lower().equals("but")
                && sentence.tokens().get(count.from() - 2).lower().equals("all");
        if (!rest || left == null || all == null || all < left) {
            return told;
        }
        Anchored<Integer> down = Anchored.at(sentence, count.from() - 2, count.to(), all - left);
        return down.map(best -> new Count(best, best, best, Bound.EXACT, down.words(document)));
    }

    private static boolean isBare(Sentence sentence, int from, int to) {
        return sentence.tokens().subList(from, to).stream()
                .allMatch(token -> Set.of("of", "which", "them", "these", "those", "as", "had", "have", "all")
                        .contains(token.lower()));
    }

    private static @Nullable AirTarget antecedent(Sentence sentence, List<AirTarget> targets, int before) {
        return targets.stream()
                .filter(target -> target.to() <= before)
                .filter(target -> count(sentence, target) != null)
                .reduce((one, other) -> other)
                .orElse(null);
    }

    private static @Nullable Anchored<Count> total(Anchored<Count> total, Anchored<Count> part) {
        Integer all = total.value().getBest();
        Integer some = part.value().getBest();
        return all == null || some == null || all < some ? null : total;
    }

    private Tally tally(Sentence sentence, AirTarget target) {
        Anchored<InterceptedKind> what = Anchored.at(sentence, target.from(), target.to(), target.kind());
        CountMention mention = count(sentence, target);
        if (mention == null) {
            return new Tally(what, single(sentence, target), null);
        }
        Anchored<Count> count = Counts.of(document, sentence, mention);
        CountMention part = part(sentence, mention);
        return part == null
                ? new Tally(what, count, null)
                : new Tally(
                        what, Counts.of(document, sentence, part), total(count, Counts.of(document, sentence, part)));
    }

    /** The number in the phrase of a target. */
    static @Nullable CountMention count(Sentence sentence, AirTarget target) {
        return sentence.mentions(CountMention.class)
                .filter(mention -> mention.role() == CountRole.PLAIN && mention.to() <= target.from())
                .filter(mention -> target.from() - mention.to() <= 8)
                .filter(mention -> sentence.tokens().subList(mention.to(), target.from()).stream()
                        .allMatch(token -> token.tag().matches("JJ.?|NN.*|VBN|VBG|POS|DT|CC|CD|``|''")
                                || token.lower().equals("of")
                                || token.lower().equals("-")))
                .filter(mention -> mention.head() < 0 || !isOther(sentence, mention.head(), target))
                .reduce((one, other) -> other)
                .orElse(null);
    }

    /** Whether a number counts another thing that stands before the target ("two types of drones" counts, "three launchers and drones" not). */
    private static boolean isOther(Sentence sentence, int head, AirTarget target) {
        return head < target.from()
                && sentence.tokens().subList(head, target.from()).stream()
                        .anyMatch(
                                token -> token.tag().equals("CC") || token.tag().equals("IN"));
    }

    /** The number in front of a total: 58 of "58 of 76 drones", "58 out of the 76 drones". */
    private static @Nullable CountMention part(Sentence sentence, CountMention total) {
        Optional<CountMention> before = sentence.mentions(CountMention.class)
                .filter(mention -> mention.role() == CountRole.PLAIN && mention.to() < total.from())
                .reduce((one, other) -> other);
        return before.filter(
                        mention -> sentence.tokens().get(mention.to()).lower().matches("of|out|from"))
                .filter(mention -> sentence.tokens().subList(mention.to(), total.from()).stream()
                        .allMatch(token -> WHOLE.contains(token.lower())))
                .orElse(null);
    }

    /** "a drone", "the jet": one. */
    private static @Nullable Anchored<Count> single(Sentence sentence, AirTarget target) {
        Token first = sentence.tokens().get(target.phrase());
        boolean one = ONE.contains(first.lower()) && target.isSingular(sentence);
        return one
                ? Anchored.at(
                        sentence, target.phrase(), target.phrase() + 1, new Count(1, 1, 1, Bound.EXACT, first.text()))
                : null;
    }

    /** Adds a tally; figures of one kind in one list are summed. */
    private static void add(List<Tally> tallies, Tally tally) {
        for (int i = 0; i < tallies.size(); i++) {
            Tally other = tallies.get(i);
            if (other.what().value() == tally.what().value()) {
                tallies.set(i, new Tally(other.what(), sum(other.count(), tally.count()), other.launched()));
                return;
            }
        }
        tallies.add(tally);
    }

    private static @Nullable Anchored<Count> sum(@Nullable Anchored<Count> one, @Nullable Anchored<Count> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        Integer first = one.value().getBest();
        Integer second = other.value().getBest();
        if (first == null || second == null) {
            return one;
        }
        int total = first + second;
        Bound bound = one.value().getBound() == Bound.EXACT
                ? other.value().getBound()
                : one.value().getBound();
        String words = one.value().getText() + " + " + other.value().getText();
        return one.map(value -> new Count(total, total, bound == Bound.AT_LEAST ? null : total, bound, words));
    }
}
