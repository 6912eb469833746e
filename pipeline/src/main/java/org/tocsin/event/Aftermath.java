package org.tocsin.event;

import java.util.Set;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention;
import org.tocsin.document.Sentence;

/** Tells days and places of what follows an act: funerals, memorials, trials, publications (aftermath-words.tsv). */
final class Aftermath {
    private static final Set<String> WORDS = KnowledgeTable.words(Aftermath.class, "aftermath-words.tsv");

    /** Tokens before a day or place among which the word for what follows an act stands; own choice. */
    private static final int REACH = 12;

    private Aftermath() {}

    /**
     * Whether a day or place told before an act is that of what came after it: "funerals were held on Thursday in Kaduna for the six
     * people killed".
     *
     * @param token the token that tells the act
     */
    static boolean leads(Sentence sentence, Clauses clauses, Mention mention, int token) {
        if (mention.to() > token) {
            return false;
        }
        int from = Math.max(clauses.from(mention.from()), mention.from() - REACH);
        return sentence.tokens().subList(from, mention.from()).stream()
                .anyMatch(word -> word.index() != token && WORDS.contains(word.lemma()));
    }
}
