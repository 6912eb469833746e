package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Sentence;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable.Cue;

/** Reads the numbers behind "death toll" and its like, and which of them stands: "rose from four to five", "updating the toll to nine". */
final class TollPhrases {
    private static final Set<String> UP_DOWN = Set.of("up", "down");

    /** "nine of the dead were", "among the dead are": some of those counted. */
    private static final Set<String> PARTING = Set.of("of", "among", "amongst");

    private static final int REACH = 12;
    /** Words before the one of two numbers that a toll came to. */
    private static final Set<String> GOALS = Set.of(
            "to",
            "at",
            "of",
            "past",
            "reach",
            "reached",
            "reaches",
            "reaching",
            "number",
            "numbered",
            "are",
            "were",
            "is",
            "was");
    /** Words before the two ends of a change. */
    private static final Set<String> ENDS = Set.of("from", "to");

    /** Verbs that tell what a number became. */
    private static final Set<String> CHANGES =
            Set.of("climb", "rise", "grow", "increase", "jump", "go", "fall", "drop", "mount", "soar", "inch", "creep");

    private static final Set<String> PUTTING = Set.of("put", "set", "place");
    private static final Set<String> RAISING = Set.of("bring", "raise", "take", "push", "increase", "lift", "lower");

    private final Sentence sentence;
    private final Clauses clauses;
    private final PeopleRuns runs;

    TollPhrases(Sentence sentence, Clauses clauses, PeopleRuns runs) {
        this.sentence = sentence;
        this.clauses = clauses;
        this.runs = runs;
    }

    /**
     * A number of a toll.
     *
     * @param time whether it stands or was corrected
     */
    record Number(People.Group group, TollFigure.Time time) {}

    /** The numbers that belong to a cue; none of them is used again. */
    List<Number> of(Cue<OutcomeCue> cue) {
        if (cue.from() > 0
                && PARTING.contains(sentence.tokens().get(cue.from() - 1).lower())) {
            return List.of();
        }
        List<People.Group> numbers = runs.free().stream()
                .filter(group -> group.stated() && !group.partOf() && !runs.hasOtherOutcome(group, cue))
                .filter(group -> group.from() >= cue.to()
                        && (clauses.between(group.from(), cue.from()) == 0
                                || isReached(group)
                                || isGivenAs(group, cue)))
                .filter(group -> (group.from() - cue.to() <= REACH || isGoal(group) || isReached(group))
                        && !runs.cueBetween(cue.to(), group.from()))
                .filter(group -> !isMaking(cue) || group.from() == cue.to())
                .limit(2)
                .toList();
        List<Number> read = new ArrayList<>();
        People.Group put = numbers.isEmpty() ? putBefore(cue) : null;
        if (put != null) {
            runs.take(List.of(put));
            read.add(new Number(put, TollFigure.Time.LATER));
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.size() == 1 || changed(numbers)) {
                runs.take(List.of(numbers.get(i)));
                read.add(new Number(numbers.get(i), time(numbers, i)));
            } else if (i == 0 && GOALS.contains(before(numbers.get(0)))) {
                runs.take(List.of(numbers.get(0)));
                read.add(new Number(numbers.get(0), time(List.of(numbers.get(0)), 0)));
            }
        }
        return read;
    }

    /** "make that six": the number follows at once, unlike "made that clear to 40 reporters". */
    private boolean isMaking(Cue<OutcomeCue> cue) {
        return sentence.tokens().get(cue.from()).lemma().equals("make");
    }

    /** "put at eight the number of people killed", "brings to six the number of dead": the number right before the words; null where none stands there. */
    private People.@Nullable Group putBefore(Cue<OutcomeCue> cue) {
        return runs.free().stream()
                .filter(group -> group.stated() && group.to() <= cue.from() && cue.from() - group.to() <= 1)
                .filter(group -> group.from() > 1)
                .filter(group -> {
                    String verb = sentence.tokens().get(group.from() - 2).lemma();
                    return before(group).equals("at") && PUTTING.contains(verb)
                            || before(group).equals("to") && RAISING.contains(verb);
                })
                .findFirst()
                .orElse(null);
    }

    /** Whether two numbers are the two ends of a change. */
    private boolean changed(List<People.Group> numbers) {
        return ENDS.contains(before(numbers.get(1))) || before(numbers.get(0)).equals("from");
    }

    private TollFigure.Time time(List<People.Group> numbers, int i) {
        boolean old;
        if (numbers.size() == 2) {
            old = before(numbers.get(1)).equals("from") == (i == 1);
        } else {
            old = before(numbers.get(0)).equals("from") || isSuperseded(numbers.get(0));
        }
        return old ? TollFigure.Time.EARLIER : TollFigure.Time.LATER;
    }

    /** "has risen to 14", "put the dead of the raid at nine": the figure that the verb leads to may stand far behind. */
    private boolean isGoal(People.Group number) {
        return before(number).equals("at")
                || before(number).equals("to")
                        && number.from() > 1
                        && sentence.tokens().get(number.from() - 2).tag().startsWith("VB");
    }

    /** "has climbed to 14", "went up to four dead": the figure that a verb of change leads to, also behind a clause put in. */
    private boolean isReached(People.Group number) {
        int verb = number.from() - 2;
        if (!before(number).equals("to") || verb < 0) {
            return false;
        }
        int at = verb > 0 && UP_DOWN.contains(sentence.tokens().get(verb).lower()) ? verb - 1 : verb;
        return CHANGES.contains(sentence.tokens().get(at).lemma())
                && sentence.tokens().get(at).tag().startsWith("VB");
    }

    /** "gave the figure of wounded as 19". */
    private boolean isGivenAs(People.Group number, Cue<OutcomeCue> cue) {
        return number.from() == cue.to() + 1 && before(number).equals("as");
    }

    /** "an earlier toll of three": told as an old figure and not as the one that it was changed to. */
    private boolean isSuperseded(People.Group number) {
        return !before(number).equals("to")
                && TollTimes.of(sentence, clauses, number.from()) == TollFigure.Time.EARLIER;
    }

    /** The word before a group in lower case; empty at the begin of the sentence. */
    private String before(People.Group group) {
        return group.from() > 0 ? sentence.tokens().get(group.from() - 1).lower() : "";
    }
}
