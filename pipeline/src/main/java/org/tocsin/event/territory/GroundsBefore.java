package org.tocsin.event.territory;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Clauses;
import org.tocsin.event.VerbForms;

/** Finds the place that stands before a verb of territory: the subject of a passive or of "fell", or what a relative clause describes. */
final class GroundsBefore {
    private static final Set<String> RELATIVE = Set.of("which", "that");
    private static final Set<String> SUBJECT = Tags.like("DT|JJ.?|NN.*|CD|POS|PRP.?|RB");
    private static final Set<String> ASIDES = Set.of("whose", "which", "where");
    private static final int REACH = 14;
    private static final int RELATIVE_REACH = 9;
    private static final int ASIDE_REACH = 5;

    private final Spots spots;

    GroundsBefore(Spots spots) {
        this.spots = spots;
    }

    /** The place that is the subject of a passive verb or of "fell". */
    @Nullable
    Ground subject(Sentence sentence, Clauses clauses, int verb, int reach) {
        int group = VerbForms.groupStart(sentence, verb);
        Ground opening = openingName(sentence, group);
        if (opening != null) {
            return opening;
        }
        List<Spot> before = spots.before(sentence, group).stream()
                .filter(spot -> spot.isName() && group - spot.to() <= REACH)
                .filter(spot -> spot.listed()
                        || isTakeableOf(sentence, spot.from())
                        || isCalledTakeable(sentence, spot.to())
                        || !sentence.tokens().get(verb).lemma().equals("capture"))
                .filter(spot -> clauses.between(spot.from(), verb) == 0)
                .filter(spot -> sentence.tokens().subList(spot.to(), group).stream()
                        .noneMatch(token -> Tags.FINITE.contains(token.tag())))
                .toList();
        boolean near = !before.isEmpty()
                && (group - before.get(before.size() - 1).to() <= reach || isAside(sentence, before, group));
        if (near && before.size() > 1 && opensAside(sentence, before.get(0), group)) {
            return Grounds.ground(sentence, before.get(0), null);
        }
        return !near
                ? null
                : before.stream()
                        .reduce((one, other) -> other.isCoarse() && !one.isCoarse() ? one : other)
                        .map(spot -> Grounds.ground(sentence, spot, null))
                        .orElse(null);
    }

    /** "the town of X": the words before a name say that it is a place. */
    private static boolean isTakeableOf(Sentence sentence, int name) {
        return name > 1
                && sentence.tokens().get(name - 1).lower().equals("of")
                && Grounds.isTakeable(sentence, name - 2);
    }

    /** "Masisi, a mining town": an aside behind a name says that it is a place. */
    private static boolean isCalledTakeable(Sentence sentence, int to) {
        List<Token> tokens = sentence.tokens();
        int end = Math.min(tokens.size(), to + ASIDE_REACH);
        return to + 1 < tokens.size()
                && tokens.get(to).text().equals(",")
                && tokens.get(to + 1).tag().equals("DT")
                && IntStream.range(to + 2, end).anyMatch(i -> Grounds.isTakeable(sentence, i));
    }

    /** "Sake, a town 25 km from Goma, fell": an aside between commas stands between the first name and the verb. */
    private static boolean isAside(Sentence sentence, List<Spot> before, int group) {
        return !before.isEmpty() && opensAside(sentence, before.get(0), group);
    }

    private static boolean opensAside(Sentence sentence, Spot first, int group) {
        List<Token> tokens = sentence.tokens();
        boolean leads = first.from() == 0
                || !Tags.PREPOSITION.contains(tokens.get(first.from() - 1).tag())
                || isTakeableOf(sentence, first.from());
        return leads
                && group - first.to() > 1
                && tokens.get(group - 1).text().equals(",")
                && tokens.get(first.to()).text().equals(",");
    }

    /** "the airport, which the rebels retook": the place right before the relative pronoun of a clause with a subject of its own. */
    @Nullable
    Ground relative(Sentence sentence, int verb) {
        List<Token> tokens = sentence.tokens();
        int which = VerbForms.groupStart(sentence, verb) - 1;
        while (which > 0 && verb - which < RELATIVE_REACH && isSubjectWord(tokens.get(which))) {
            which--;
        }
        boolean subject = which > 0
                && which < VerbForms.groupStart(sentence, verb) - 1
                && RELATIVE.contains(tokens.get(which).lower());
        if (!subject) {
            return null;
        }
        int end = tokens.get(which - 1).text().equals(",") ? which - 1 : which;
        List<Spot> before = spots.before(sentence, end);
        return before.stream()
                .filter(spot -> spot.to() == end && spot.isName() && !spot.isCountry())
                .findFirst()
                .map(spot ->
                        Grounds.ground(sentence, spot.isCoarse() ? calledBefore(sentence, before, spot) : spot, null))
                .orElse(null);
    }

    /** "Mogok, the ruby town in Mandalay Region that they seized": the name that the town in a division is called by. */
    private static Spot calledBefore(Sentence sentence, List<Spot> before, Spot division) {
        return before.stream()
                .filter(spot -> spot.isName() && !spot.isCoarse() && spot.to() < division.from())
                .filter(spot -> isCalledTakeable(sentence, spot.to()) || isTakeableOf(sentence, spot.from()))
                .filter(spot -> sentence.tokens().subList(spot.to(), division.from()).stream()
                        .noneMatch(token -> Tags.FINITE.contains(token.tag())))
                .reduce((one, other) -> other)
                .orElse(division);
    }

    /** "Sake, whose hills command the road, was lost": the name that opens a sentence before a clause between commas about it. */
    private @Nullable Ground openingName(Sentence sentence, int group) {
        List<Token> tokens = sentence.tokens();
        Spot first = spots.at(sentence, 0);
        boolean aside = first != null
                && first.isName()
                && !first.isCountry()
                && first.to() + 1 < group
                && tokens.get(first.to()).text().equals(",")
                && ASIDES.contains(tokens.get(first.to() + 1).lower())
                && tokens.get(group - 1).text().equals(",");
        boolean once = tokens.subList(0, group).stream()
                        .filter(token -> token.text().equals(","))
                        .count()
                == 2;
        return first != null && aside && once ? Grounds.ground(sentence, first, null) : null;
    }

    private static boolean isSubjectWord(Token token) {
        return SUBJECT.contains(token.tag()) && !RELATIVE.contains(token.lower());
    }
}
