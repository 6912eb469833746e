package org.tocsin.event.interception;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.Counts;
import org.tocsin.event.CueTable;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Count;
import org.tocsin.schema.InterceptedKind;

/**
 * Reads figures that stand without what they count: "58 were brought down", "106 of which were downed", "shot down 81 of them",
 * "most were intercepted". What they count is told before, in the sentence or the one before it, mostly with how many came.
 */
final class BareTallies {
    private static final Set<String> THEM = Set.of("them", "these", "those", "which");
    private static final Set<String> CLAUSE_ENDS = Set.of(".", ",", ";", ")", "and", "while", "but");

    /** Words that take up the first and the second of two things told before. */
    private static final List<String> ORDER = List.of("former", "latter");

    private static final Set<String> POINTING = Set.of("the", "that", "this");
    private static final int KIND_SENTENCES = 2;
    private static final int REACH = 4;
    /** Tokens in front of a verb within which an aside between commas begins. */
    private static final int ASIDE_REACH = 9;

    private static final Set<String> LINKS =
            Set.of("of", "which", "them", "these", "those", "as", "had", "have", "all");
    private static final Set<String> PART = Set.of(
            "most",
            "all",
            "many",
            "several",
            "some",
            "both",
            "half",
            "majority",
            "remainder",
            "rest",
            "dozens",
            "each");
    private static final Set<String> SINGLE = Set.of("other", "another");
    private static final Set<String> SURE = Set.of("more", "other", "others", "another");

    private final Document document;

    BareTallies(Document document) {
        this.document = document;
    }

    /** A target with its sentence. */
    private record Told(Sentence sentence, AirTarget target) {}

    /** A number without a noun as the subject of a verb, or a word for a part of what was told; null where there is none. */
    @Nullable
    Tally subject(Sentence sentence, int verb) {
        int group = VerbForms.groupStart(sentence, verb);
        int aside = asideStart(sentence, group);
        CountMention count = sentence.mentions(CountMention.class)
                .filter(mention -> mention.role() == CountRole.PLAIN && mention.to() <= aside)
                .filter(mention -> aside - mention.to() <= REACH && isLinked(sentence, mention.to(), aside))
                .reduce((one, other) -> other)
                .orElse(null);
        if (count != null) {
            return tally(sentence, count, told(sentence, count.from()));
        }
        Tally single = single(sentence, group);
        if (single != null) {
            return single;
        }
        int part = part(sentence, group);
        Told told = part < 0 ? null : first(told(sentence, part), uncounted(sentence, part));
        return told == null ? null : partTally(sentence, part, told);
    }

    private static @Nullable Told first(@Nullable Told one, @Nullable Told other) {
        return one != null ? one : other;
    }

    /** The last things of a kind told before a token, in the sentence or else in the one before, without a figure. */
    private @Nullable Told uncounted(Sentence sentence, int before) {
        Told here = plural(sentence, before);
        return here != null || sentence.index() == 0
                ? here
                : plural(document.sentences().get(sentence.index() - 1), Integer.MAX_VALUE);
    }

    private static @Nullable Told plural(Sentence sentence, int before) {
        return AirTarget.in(sentence).stream()
                .filter(target -> target.to() <= before && !target.isSingular(sentence))
                .reduce((one, other) -> other)
                .map(target -> new Told(sentence, target))
                .orElse(null);
    }

    /** "and the other, the army says, was shot down", "another was intercepted": one more of what was told before. */
    private @Nullable Tally single(Sentence sentence, int group) {
        int word = asideStart(sentence, group) - 1;
        boolean one = word >= 0 && SINGLE.contains(sentence.tokens().get(word).lower());
        Told told = one ? told(sentence, word) : null;
        if (told == null) {
            return null;
        }
        AirTarget target = told.target();
        String text = sentence.tokens().get(word).text();
        return new Tally(
                Anchored.at(told.sentence(), target.from(), target.to(), target.kind()),
                Anchored.at(sentence, word, word + 1, new Count(1, 1, 1, Bound.EXACT, text)),
                null);
    }

    /** Where the words between two commas in front of a verb begin; the verb itself where there are none. */
    private static int asideStart(Sentence sentence, int group) {
        List<Token> tokens = sentence.tokens();
        if (group == 0 || !tokens.get(group - 1).text().equals(",")) {
            return group;
        }
        for (int i = group - 2; i >= Math.max(0, group - ASIDE_REACH); i--) {
            if (tokens.get(i).text().equals(",")) {
                return i;
            }
        }
        return group;
    }

    /** "shot down 81 of them", "brought down two more": a number without a noun as the object of a verb. */
    @Nullable
    Tally object(Sentence sentence, CueTable.Cue<InterceptionTrigger> cue) {
        List<Token> tokens = sentence.tokens();
        CountMention count = sentence.mentions(CountMention.class)
                .filter(mention -> mention.role() == CountRole.PLAIN)
                .filter(mention -> mention.from() >= cue.to() && mention.from() - cue.to() <= 2)
                .findFirst()
                .orElse(null);
        if (count == null) {
            int part = cue.to() < tokens.size()
                            && PART.contains(tokens.get(cue.to()).lower())
                    ? cue.to()
                    : -1;
            boolean ofThem = part >= 0
                    && part + 2 < tokens.size()
                    && tokens.get(part + 1).lower().equals("of")
                    && THEM.contains(tokens.get(part + 2).lower());
            Told told = ofThem ? first(told(sentence, cue.from()), uncounted(sentence, cue.from())) : null;
            return told == null ? null : partTally(sentence, part, told);
        }
        String next = count.to() < tokens.size() ? tokens.get(count.to()).lower() : ".";
        String after =
                count.to() + 1 < tokens.size() ? tokens.get(count.to() + 1).lower() : ".";
        boolean ofThem = next.equals("of") && THEM.contains(after);
        boolean alone = CLAUSE_ENDS.contains(next) || SURE.contains(next);
        return ofThem || alone ? tally(sentence, count, told(sentence, cue.from())) : null;
    }

    /** "405 of the former and 15 of the latter", "of the former it stopped 75": the figures of two kinds told before, by their order. */
    List<Tally> ofOrder(Sentence sentence, int verb) {
        List<Token> tokens = sentence.tokens();
        List<Tally> tallies = new ArrayList<>();
        for (int i = 2; i < tokens.size(); i++) {
            int order = ORDER.indexOf(tokens.get(i).lower());
            boolean of = order >= 0 && tokens.get(i - 2).lower().equals("of");
            CountMention count = of ? figureOf(sentence, i) : null;
            Told told = count == null ? null : pair(sentence, Math.min(i, verb), order);
            if (count != null && told != null) {
                tallies.add(known(sentence, count, told));
            }
        }
        return tallies;
    }

    /** The number right before "of the former", else the first behind it that stands for itself. */
    private static @Nullable CountMention figureOf(Sentence sentence, int word) {
        List<CountMention> numbers = sentence.mentions(CountMention.class)
                .filter(number -> number.role() == CountRole.PLAIN)
                .toList();
        return numbers.stream()
                .filter(number -> number.to() == word - 2)
                .findFirst()
                .or(() -> numbers.stream()
                        .filter(number -> number.from() > word)
                        .filter(number -> sentence.tokens().subList(word + 1, number.from()).stream()
                                .noneMatch(token -> ORDER.contains(token.lower())))
                        .findFirst())
                .orElse(null);
    }

    /** The first or second of the last two kinds with figures that are told before a token. */
    private @Nullable Told pair(Sentence sentence, int before, int order) {
        List<Told> here = counted(sentence, before);
        List<Told> told = here.size() > 1 || sentence.index() == 0
                ? here
                : counted(document.sentences().get(sentence.index() - 1), Integer.MAX_VALUE);
        int first = told.size() - 2;
        boolean two = first >= 0
                && told.get(first).target().kind()
                        != told.get(first + 1).target().kind();
        return two ? told.get(first + order) : null;
    }

    private static List<Told> counted(Sentence sentence, int before) {
        return AirTarget.in(sentence).stream()
                .filter(target -> target.to() <= before)
                .filter(target -> TargetCounts.of(sentence, target) != null)
                .map(target -> new Told(sentence, target))
                .toList();
    }

    private @Nullable Tally tally(Sentence sentence, CountMention count, @Nullable Told told) {
        return told == null ? null : known(sentence, count, told);
    }

    private Tally known(Sentence sentence, CountMention count, Told told) {
        AirTarget target = told.target();
        CountMention total = TargetCounts.of(told.sentence(), target);
        Anchored<Count> down = allBut(sentence, count, told.sentence(), total);
        boolean more = count.to() < sentence.tokens().size()
                && SURE.contains(sentence.tokens().get(count.to()).lower());
        Anchored<Count> came = total == null || more ? null : total(Counts.of(document, told.sentence(), total), down);
        return new Tally(Anchored.at(told.sentence(), target.from(), target.to(), target.kind()), down, came);
    }

    /** "most of which": so many as the text does not say; "all of them" as many as came. */
    private @Nullable Tally partTally(Sentence sentence, int part, Told told) {
        AirTarget target = told.target();
        CountMention total = TargetCounts.of(told.sentence(), target);
        Anchored<Count> came = total == null ? null : Counts.of(document, told.sentence(), total);
        boolean all = sentence.tokens().get(part).lower().equals("all");
        return new Tally(
                Anchored.at(told.sentence(), target.from(), target.to(), target.kind()), all ? came : null, came);
    }

    private static int part(Sentence sentence, int group) {
        List<Token> tokens = sentence.tokens();
        for (int i = group - 1; i >= Math.max(0, group - REACH); i--) {
            String word = tokens.get(i).lower();
            if (PART.contains(word)) {
                return i;
            }
            if (!LINKS.contains(word)) {
                return -1;
            }
        }
        return -1;
    }

    /** The figure of a number; "all but four" of a known total is the rest. */
    Anchored<Count> allBut(Sentence sentence, CountMention count, Sentence before, @Nullable CountMention total) {
        Anchored<Count> told = Counts.of(document, sentence, count);
        Integer left = told.value().getBest();
        Integer all = total == null
                ? null
                : Counts.of(document, before, total).value().getBest();
        if (!isAllBut(sentence, count) || left == null || all == null || all < left) {
            return told;
        }
        Anchored<Integer> down = Anchored.at(sentence, count.from() - 2, count.to(), all - left);
        return down.map(best -> new Count(best, best, best, Bound.EXACT, down.words(document)));
    }

    /** Whether "all but" stands before a number. */
    static boolean isAllBut(Sentence sentence, CountMention count) {
        return count.from() > 1
                && sentence.tokens().get(count.from() - 1).lower().equals("but")
                && sentence.tokens().get(count.from() - 2).lower().equals("all");
    }

    private static boolean isLinked(Sentence sentence, int from, int to) {
        return sentence.tokens().subList(from, to).stream().allMatch(token -> LINKS.contains(token.lower()));
    }

    /** "that aircraft": a drone where the last thing that flies told before is one. */
    InterceptedKind kind(Sentence sentence, AirTarget target) {
        List<Token> tokens = sentence.tokens();
        boolean points = target.to() == target.from() + 1
                && target.phrase() == target.from() - 1
                && POINTING.contains(tokens.get(target.phrase()).lower())
                && tokens.get(target.from()).lower().equals("aircraft");
        if (!points) {
            return target.kind();
        }
        for (int i = sentence.index(); i >= Math.max(0, sentence.index() - KIND_SENTENCES); i--) {
            Sentence earlier = document.sentences().get(i);
            int end = i == sentence.index() ? target.phrase() : earlier.tokens().size();
            List<AirTarget> told = AirTarget.in(earlier).stream()
                    .filter(before -> before.to() <= end && before.kind() != InterceptedKind.MISSILE)
                    .toList();
            if (!told.isEmpty()) {
                return told.get(told.size() - 1).kind();
            }
        }
        return target.kind();
    }

    /** The last target with a figure before a token, in the sentence or else in the one before. */
    private @Nullable Told told(Sentence sentence, int before) {
        Told here = last(sentence, before);
        if (here != null || sentence.index() == 0) {
            return here;
        }
        Sentence earlier = document.sentences().get(sentence.index() - 1);
        return earlier.paragraph() < sentence.paragraph() - 1
                ? null
                : last(earlier, earlier.tokens().size());
    }

    private static @Nullable Told last(Sentence sentence, int before) {
        return counted(sentence, before).stream().reduce((one, other) -> other).orElse(null);
    }

    /** What came, where it is not less than what was brought down. */
    static @Nullable Anchored<Count> total(Anchored<Count> total, Anchored<Count> part) {
        Integer all = total.value().getBest();
        Integer some = part.value().getBest();
        return all == null || some == null || all < some ? null : total;
    }
}
