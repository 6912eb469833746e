package org.tocsin.event.statement;

import java.util.List;
import java.util.Set;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;

/** What stands between a subject and its verb: auxiliaries, adverbs and times, as in "the TPLF 15 Sept accused", "Hamas on Friday rejected". */
final class SubjectGaps {
    private static final Set<String> BEFORE_VERB = Tags.like("RB|MD|RBR");
    private static final Set<String> BETWEEN = Set.of(
            "has",
            "have",
            "had",
            "'s",
            "was",
            "is",
            "are",
            "were",
            "been",
            "also",
            "once",
            "again",
            "more",
            "later",
            "then",
            "now",
            "repeatedly");
    private static final Set<String> DAY_NOUNS = Set.of("day", "week", "month", "morning", "evening", "night", "year");
    private static final Set<String> DAY_ORDER =
            Set.of("next", "same", "following", "previous", "that", "this", "last");
    private static final Set<String> TIME_LEADS = Set.of("on", "in", "the", "by", "at", "early", "late", "since");

    private SubjectGaps() {}

    /** Index behind the subject of a verb, where nothing else stands between the two. */
    static int before(Sentence sentence, int verb) {
        return beforeTimes(sentence, beforeGroup(sentence, verb));
    }

    /** The first token of a verb group that ends here, with the adverbs in front of it. */
    private static int beforeGroup(Sentence sentence, int verb) {
        List<Token> tokens = sentence.tokens();
        int end = verb;
        while (end > 0
                && (BEFORE_VERB.contains(tokens.get(end - 1).tag())
                        || BETWEEN.contains(tokens.get(end - 1).lower()))) {
            end--;
        }
        return end;
    }

    /** Before the times that stand between a subject and its verb: "the TPLF 15 Sept", "Asmara next day", "Hamas on Friday". */
    static int beforeTimes(Sentence sentence, int end) {
        int at = end;
        for (int start = startOfTime(sentence, at); start < at; start = startOfTime(sentence, at)) {
            at = beforeGroup(sentence, start);
        }
        return at;
    }

    private static int startOfTime(Sentence sentence, int end) {
        List<Token> tokens = sentence.tokens();
        int start = sentence.mentions(DateMention.class)
                .filter(date -> date.to() == end)
                .mapToInt(DateMention::from)
                .min()
                .orElse(end);
        if (start == end
                && end > 1
                && DAY_NOUNS.contains(tokens.get(end - 1).lower())
                && DAY_ORDER.contains(tokens.get(end - 2).lower())) {
            start = end - 2;
        }
        while (start < end
                && start > 0
                && TIME_LEADS.contains(tokens.get(start - 1).lower())) {
            start--;
        }
        return start;
    }
}
