package org.tocsin.event.interception;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
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
    private static final int RELATIVE_REACH = 7;

    private final Document document;
    private final BareTallies bare;

    Tallies(Document document) {
        this.document = document;
        this.bare = new BareTallies(document);
    }

    /** What the words of a cue say was brought down, one tally for each kind; empty where nothing that flies was. */
    List<Tally> of(Sentence sentence, Clauses clauses, CueTable.Cue<InterceptionTrigger> cue) {
        List<Tally> ordered = bare.ofOrder(sentence, cue.from());
        if (!ordered.isEmpty()) {
            return ordered;
        }
        List<AirTarget> targets = AirTarget.in(sentence);
        boolean passive = isPassive(sentence, cue.from())
                || cue.meaning().form() == InterceptionTrigger.Form.VERB && isBefore(sentence, cue.to() - 1, "by");
        List<AirTarget> objects = passive ? List.of() : behind(sentence, clauses, targets, cue);
        if (objects.isEmpty() && !passive && repels(sentence, cue.to())) {
            objects = means(sentence, clauses, targets, cue.to());
        }
        if (objects.isEmpty() && cue.meaning().form() != InterceptionTrigger.Form.NOUN) {
            Tally alone = passive
                    ? bare.subject(sentence, cue.from())
                    : first(bare.object(sentence, cue), bare.subject(sentence, cue.from()));
            if (alone != null) {
                return List.of(alone);
            }
            objects = cue.meaning().form() == InterceptionTrigger.Form.VERB
                    ? before(sentence, clauses, targets, cue, passive)
                    : List.of();
        }
        List<Tally> tallies = new ArrayList<>();
        for (AirTarget target : objects) {
            add(tallies, tally(sentence, target));
        }
        return mixed(sentence, targets, tallies);
    }

    private static @Nullable Tally first(@Nullable Tally one, @Nullable Tally other) {
        return one != null ? one : other;
    }

    /** A passive whose participle the tagger takes for an adjective is one, too. */
    private static boolean isPassive(Sentence sentence, int verb) {
        List<Token> tokens = sentence.tokens();
        boolean adjective = verb > 0
                && tokens.get(verb).tag().equals("JJ")
                && tokens.get(verb).lower().endsWith("ed");
        int before = verb - 1;
        while (adjective && before > 0 && tokens.get(before).tag().equals("RB")) {
            before--;
        }
        return VerbForms.isPassive(sentence, verb)
                || adjective && TallyWords.PASSIVE.contains(tokens.get(before).lemma());
    }

    /** "87 air targets: 7 missiles and 80 drones" are the kinds; "300 drones and missiles" are a mixture of 300. */
    private List<Tally> mixed(Sentence sentence, List<AirTarget> targets, List<Tally> tallies) {
        if (tallies.size() == 1 && tallies.get(0).what().value() == InterceptedKind.MIXED) {
            List<Tally> kinds = new ArrayList<>();
            targets.stream()
                    .filter(target -> sentence.startOf(target.from())
                            >= tallies.get(0).what().end())
                    .filter(target -> TargetCounts.of(sentence, target) != null)
                    .forEach(target -> add(kinds, tally(sentence, target)));
            return isBreakdown(kinds, tallies) ? kinds : tallies;
        }
        boolean joint = tallies.size() == 2
                && (tallies.get(0).count() != null || tallies.get(0).launched() != null)
                && tallies.get(1).count() == null
                && TallyWords.JOIN
                        .matcher(document.text(
                                tallies.get(0).what().end(),
                                tallies.get(1).what().start()))
                        .matches();
        return joint
                ? List.of(tallies.get(0)
                        .of(InterceptedKind.MIXED, tallies.get(1).what().end()))
                : tallies;
    }

    /** Whether the kinds make up the total, or all of it but a few of kinds that the text leaves out. */
    private static boolean isBreakdown(List<Tally> kinds, List<Tally> total) {
        int listed = best(kinds);
        int all = best(total);
        return listed == all || kinds.size() > 1 && listed < all && listed * 2 > all;
    }

    private static int best(List<Tally> tallies) {
        return tallies.stream()
                .map(Tally::count)
                .mapToInt(count -> count == null || count.value().getBest() == null
                        ? 0
                        : count.value().getBest())
                .sum();
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
            boolean first = objects.isEmpty() && isNear(sentence, cue, target.phrase());
            boolean more = !objects.isEmpty();
            if (target.from() >= cue.to() && target.to() <= end && (first || more)) {
                objects.add(target);
            }
        }
        if (!objects.isEmpty()) {
            targets.stream()
                    .filter(target -> target.phrase() > end && goesOn(sentence, clauses, cue, end, target))
                    .forEach(objects::add);
        }
        return objects;
    }

    /** "a missile fired by the rebels towards the port and three drones": whether a list goes on behind a participle that describes its first part. */
    private static boolean goesOn(
            Sentence sentence, Clauses clauses, CueTable.Cue<InterceptionTrigger> cue, int end, AirTarget target) {
        List<Token> tokens = sentence.tokens();
        boolean joined = tokens.get(target.phrase() - 1).tag().equals("CC") && isSet(sentence, target);
        boolean described = end < tokens.size()
                && (Tags.PARTICIPLE.contains(tokens.get(end).tag())
                        || isBefore(sentence, end, "by")
                        || TallyWords.LAUNCHING.contains(tokens.get(end).lemma()));
        boolean subject = target.to() < tokens.size()
                && Tags.TENSED.contains(tokens.get(target.to()).tag());
        return joined
                && described
                && !subject
                && clauses.between(cue.from(), target.from()) == 0
                && tokens.subList(end + 1, target.phrase()).stream()
                        .noneMatch(token ->
                                Tags.FINITE.contains(token.tag()) || TallyWords.BREAKDOWN.contains(token.lower()));
    }

    /** Whether a number or an article opens the phrase of a target, so that it stands for itself. */
    private static boolean isSet(Sentence sentence, AirTarget target) {
        String first = sentence.tokens().get(target.phrase()).lower();
        return TallyWords.ONE.contains(first) || TargetCounts.of(sentence, target) != null;
    }

    private static int objectEnd(Sentence sentence, Clauses clauses, int from) {
        List<Token> tokens = sentence.tokens();
        int limit = from == 0 ? tokens.size() : clauses.to(Math.min(from, tokens.size()) - 1);
        int end = from;
        while (end < limit) {
            Token token = tokens.get(end);
            boolean participle = Tags.PARTICIPLE.contains(token.tag())
                    && (end + 1 >= limit
                            || !Tags.NOMINAL.contains(tokens.get(end + 1).tag()));
            boolean bound = token.tag().equals("TO")
                    && end > from
                    && tokens.get(end - 1).lower().equals("up");
            boolean points = end == from && token.tag().equals("DT");
            if (TallyWords.BREAKDOWN.contains(token.lower()) && !points
                    || end > from && TallyWords.TOOLS.contains(token.lower()) && !repels(sentence, from)
                    || Tags.FINITE.contains(token.tag()) && !isPartOfWeapon(sentence, end)
                    || (token.tag().equals("TO") && !bound)
                    || participle) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean hasDown(Sentence sentence, int from, int end) {
        return sentence.tokens().subList(from, Math.min(sentence.tokens().size(), end + 1)).stream()
                        .anyMatch(token ->
                                token.lower().equals("down") && !token.tag().startsWith("N"))
                || TallyWords.isOutOfSky(sentence, from);
    }

    /** Whether only a number, a bound or "N of the" stands between a verb and the phrase of its object. */
    private static boolean isNear(Sentence sentence, CueTable.Cue<InterceptionTrigger> cue, int phrase) {
        boolean repels = repels(sentence, cue.to());
        for (int i = cue.to(); i < phrase; i++) {
            Token token = sentence.tokens().get(i);
            boolean bound = TallyWords.OBJECT_TAGS.contains(token.tag()) || isPartOfWeapon(sentence, i);
            boolean leaves = token.tag().equals("IN")
                    && !Character.isUpperCase(token.text().charAt(0))
                    && !Set.of("of", "than", "at", "about", "around", "over", "out", "down")
                            .contains(token.lower());
            boolean attack = repels && TallyWords.MEANS.contains(token.lower());
            boolean upTo = TallyWords.UP_TO.contains(token.lower()) && i + 2 >= phrase - 1;
            if (!attack && !upTo && (!bound || leaves)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the words that end before a token repel, so that weapons are what the attack came with. */
    private static boolean repels(Sentence sentence, int to) {
        return sentence.tokens().subList(Math.max(0, to - 2), to).stream()
                .anyMatch(token -> TallyWords.REPELLING.contains(token.lemma()));
    }

    /** "prevented an attempt to attack the plant by means of a drone": what the attack that is repelled was to be made with. */
    private static List<AirTarget> means(Sentence sentence, Clauses clauses, List<AirTarget> targets, int from) {
        List<Token> tokens = sentence.tokens();
        return targets.stream()
                .filter(target -> target.from() >= from && clauses.between(from - 1, target.from()) == 0)
                .filter(target -> {
                    String lead = tokens.get(target.phrase() - 1).lower();
                    boolean of = lead.equals("of")
                            && tokens.get(target.phrase() - 2).lower().equals("means");
                    return of || TallyWords.MEANS.contains(lead) && !lead.equals("from");
                })
                .limit(1)
                .toList();
    }

    private static boolean isPartOfWeapon(Sentence sentence, int token) {
        return sentence.mentions(WeaponMention.class).anyMatch(weapon -> weapon.from() <= token && token < weapon.to());
    }

    /** The subject of a passive verb, or the noun right before a participle ("drones destroyed overnight"). */
    private static List<AirTarget> before(
            Sentence sentence,
            Clauses clauses,
            List<AirTarget> targets,
            CueTable.Cue<InterceptionTrigger> cue,
            boolean passive) {
        int verb = cue.from();
        boolean participle = Tags.PAST.contains(sentence.tokens().get(verb).tag());
        if (!passive && (!participle || hasObject(sentence, cue.to() - 1))) {
            return List.of();
        }
        int group = VerbForms.groupStart(sentence, verb);
        List<AirTarget> subjects = targets.stream()
                .filter(target -> target.to() <= group)
                .filter(target ->
                        passive ? noVerb(sentence, target.to(), group) : onlyAdverbs(sentence, target.to(), group))
                .toList();
        AirTarget last = subjects.stream()
                .filter(target -> clauses.between(target.from(), verb) == 0)
                .reduce((one, other) -> other)
                .orElse(null);
        if (last == null && passive) {
            return relative(sentence, targets, group);
        }
        return targets.stream()
                .filter(target -> last != null && target.to() <= last.to())
                .filter(target -> target == last || joined(sentence, target, last))
                .toList();
    }

    /** "a drone over the city, which, he said, had been brought down": the last target before the pronoun. */
    private static List<AirTarget> relative(Sentence sentence, List<AirTarget> targets, int group) {
        int which = group - 1;
        while (which > 0
                && group - which <= RELATIVE_REACH
                && !TallyWords.RELATIVE.contains(sentence.tokens().get(which).lower())) {
            which--;
        }
        int before = which;
        boolean found = which > 0 && sentence.tokens().get(which).tag().startsWith("W");
        return found
                ? targets.stream().filter(target -> target.to() <= before).reduce((one, other) -> other).stream()
                        .toList()
                : List.of();
    }

    private static boolean onlyAdverbs(Sentence sentence, int from, int to) {
        return sentence.tokens().subList(from, to).stream()
                .allMatch(token -> token.tag().startsWith("RB"));
    }

    /** Whether a noun phrase follows a verb, so that what stands before it acts ("the missile destroyed a house"). */
    private static boolean hasObject(Sentence sentence, int verb) {
        int next = verb + 1;
        while (next < sentence.tokens().size()
                && TallyWords.PARTICLE.contains(sentence.tokens().get(next).tag())) {
            next++;
        }
        int at = next;
        return next < sentence.tokens().size()
                && TallyWords.SUBJECT_TAGS.contains(sentence.tokens().get(next).tag())
                && sentence.mentions(DateMention.class).noneMatch(date -> date.from() == at);
    }

    /** Whether no finite verb stands between tokens; one before "by" is a participle ("drones sent by"). */
    private static boolean noVerb(Sentence sentence, int from, int to) {
        return sentence.tokens().subList(from, to).stream()
                .filter(token -> Tags.FINITE.contains(token.tag()))
                .allMatch(token ->
                        isBefore(sentence, token.index(), "by") || TallyWords.LAUNCHING.contains(token.lemma()));
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
                        .allMatch(token -> TallyWords.LIST_TAGS.contains(token.tag()));
    }

    private Tally tally(Sentence sentence, AirTarget target) {
        Anchored<InterceptedKind> what = Anchored.at(sentence, target.from(), target.to(), bare.kind(sentence, target));
        CountMention mention = TargetCounts.of(sentence, target);
        if (mention == null) {
            return new Tally(what, TargetCounts.single(sentence, target), null);
        }
        Anchored<Count> count = Counts.of(document, sentence, mention);
        if (TargetCounts.isShare(sentence, mention)) {
            return new Tally(what, null, count);
        }
        CountMention part = TargetCounts.part(sentence, mention);
        if (part != null && BareTallies.isAllBut(sentence, part)) {
            return new Tally(what, bare.allBut(sentence, part, sentence, mention), count);
        }
        return part == null
                ? new Tally(what, count, null)
                : new Tally(
                        what,
                        Counts.of(document, sentence, part),
                        BareTallies.total(count, Counts.of(document, sentence, part)));
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
