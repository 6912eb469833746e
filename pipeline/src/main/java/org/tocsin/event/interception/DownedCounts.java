package org.tocsin.event.interception;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.Counts;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Count;

/**
 * How many were brought down and how many had been launched, as the words around a flying thing and its verb tell.
 *
 * @param downed how many were brought down; null where the sentence does not tell
 * @param launched how many had been launched; null where it does not tell
 */
record DownedCounts(
        @Nullable Anchored<Count> downed, @Nullable Anchored<Count> launched) {
    private static final int NEAR = 7;

    /** Reads the counts of a thing that the verb from (inclusive) to to (exclusive) brings down. */
    static DownedCounts of(Document document, Sentence sentence, FlyingThing thing, int verbFrom, int verbTo) {
        List<CountMention> counts = sentence.mentions(CountMention.class)
                .filter(count -> count.role() == CountRole.PLAIN)
                .toList();
        CountMention own = ownCount(sentence, counts, thing).orElse(null);
        CountMention part = own == null ? null : partOf(sentence, counts, own);
        CountMention apart = thing.from() < verbFrom ? nearest(counts, verbFrom, thing.to()) : null;
        if (part != null && own != null) {
            return counted(document, sentence, part, own);
        }
        if (apart != null) {
            return counted(document, sentence, apart, own);
        }
        if (own != null) {
            return new DownedCounts(Counts.of(document, sentence, own), null);
        }
        return new DownedCounts(single(document, sentence, thing), null);
    }

    private static DownedCounts counted(
            Document document, Sentence sentence, CountMention downed, @Nullable CountMention launched) {
        return new DownedCounts(
                Counts.of(document, sentence, downed),
                launched == null ? null : Counts.of(document, sentence, launched));
    }

    /** The count that the thing is the head of, or that stands before it with only describing words between. */
    private static Optional<CountMention> ownCount(Sentence sentence, List<CountMention> counts, FlyingThing thing) {
        return counts.stream()
                .filter(count -> count.head() >= thing.from() && count.head() < thing.to()
                        || count.to() <= thing.from() && onlyDescribes(sentence, count.to(), thing.from()))
                .max(Comparator.comparingInt(CountMention::from));
    }

    private static boolean onlyDescribes(Sentence sentence, int from, int to) {
        return to - from <= 4
                && sentence.tokens().subList(from, to).stream()
                        .allMatch(token -> token.tag().matches("JJ|NN|NNP|VBN|JJS|HYPH|POS"));
    }

    /** The count of which the other is the whole: "76 of the 89 drones", "115 out of 181 drones". */
    private static @Nullable CountMention partOf(Sentence sentence, List<CountMention> counts, CountMention whole) {
        return counts.stream()
                .filter(count -> count.to() < whole.from() && whole.from() - count.to() <= 3)
                .filter(count -> sentence.tokens().subList(count.to(), whole.from()).stream()
                        .allMatch(token -> token.lower().matches("of|out|the|all|some")))
                .findFirst()
                .orElse(null);
    }

    /** The count between the thing and a verb behind it: "Of 76 drones, 58 were brought down". */
    private static @Nullable CountMention nearest(List<CountMention> counts, int verb, int thingTo) {
        return counts.stream()
                .filter(count -> count.from() >= thingTo && count.to() <= verb && verb - count.to() <= NEAR)
                .max(Comparator.comparingInt(CountMention::from))
                .orElse(null);
    }

    /** One, where the thing stands in the singular with an article. */
    private static @Nullable Anchored<Count> single(Document document, Sentence sentence, FlyingThing thing) {
        if (!sentence.tokens().get(thing.to() - 1).tag().equals("NN")) {
            return null;
        }
        for (int i = thing.from() - 1; i >= Math.max(0, thing.from() - 4); i--) {
            Token token = sentence.tokens().get(i);
            if (token.lower().matches("a|an|another")) {
                String words = document.text(sentence.startOf(i), sentence.endOf(thing.to()));
                return Anchored.at(sentence, i, thing.to(), new Count(1, 1, 1, Bound.EXACT, words));
            }
            if (!token.tag().matches("JJ|NN|NNP|VBN")) {
                break;
            }
        }
        return null;
    }
}
