package org.tocsin.event.interception;

import java.util.List;
import java.util.Optional;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.CueTable;
import org.tocsin.schema.InterceptedKind;

/**
 * Something that flies and can be brought down, as air-targets.tsv knows it, named by the noun that heads its phrase: the "drone"
 * of "a drone attack" is none.
 *
 * @param from index of its first token
 * @param to index behind its last token
 * @param kind what it is
 * @param phrase index of the first token of its noun phrase
 */
record AirTarget(int from, int to, InterceptedKind kind, int phrase) {
    private static final int LONGEST_PHRASE = 9;
    private static final CueTable<InterceptedKind> KINDS = CueTable.of(
            KnowledgeTable.load(AirTarget.class, "air-targets.tsv", "words", "what"),
            row -> Optional.ofNullable(row.constant("what", InterceptedKind.class))
                    .orElseThrow(() -> row.error("what is empty")));

    /** The targets of a sentence in order. */
    static List<AirTarget> in(Sentence sentence) {
        return KINDS.find(sentence).stream()
                .filter(cue -> isHead(sentence, cue.to()))
                .map(cue -> new AirTarget(cue.from(), cue.to(), cue.meaning(), phrase(sentence, cue.from())))
                .toList();
    }

    /** Whether the words name exactly one thing. */
    boolean isSingular(Sentence sentence) {
        Token head = sentence.tokens().get(to - 1);
        return head.tag().equals("NN")
                || head.tag().equals("NNP") && !head.lower().endsWith("s");
    }

    private static boolean isHead(Sentence sentence, int next) {
        if (next >= sentence.tokens().size()) {
            return true;
        }
        Token token = sentence.tokens().get(next);
        boolean noun = token.tag().equals("NN")
                || token.tag().equals("NNS")
                || token.tag().equals("POS");
        return !noun || sentence.mentions(DateMention.class).anyMatch(date -> date.from() == next);
    }

    private static int phrase(Sentence sentence, int from) {
        int start = from;
        while (start > 0
                && from - start < LONGEST_PHRASE
                && isModifier(sentence.tokens().get(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isModifier(Token token) {
        return token.tag().matches("DT|JJ.?|NN.*|CD|POS|PRP\\$|\\$")
                || token.tag().matches("VBN|VBG")
                        && (token.text().contains("-")
                                || Character.isUpperCase(token.text().charAt(0)))
                || token.text().equals("\"")
                || token.tag().matches("``|''");
    }
}
