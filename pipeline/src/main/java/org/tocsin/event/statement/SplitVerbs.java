package org.tocsin.event.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.schema.StatementAct;

/** Verbs whose act a later word tells, behind an object: "holds Israel responsible", "told Hamas to disarm" (split-verbs.tsv). */
final class SplitVerbs {
    private static final Set<String> OBJECT_TAGS = Tags.like("DT|JJ|NN.*|PRP.*|POS|CC|CD|VBN|RB");

    private static final int REACH = 7;
    private static final List<Split> SPLITS =
            KnowledgeTable.load(SplitVerbs.class, "split-verbs.tsv", "verb", "behind", "act").rows().stream()
                    .map(SplitVerbs::split)
                    .toList();

    private SplitVerbs() {}

    private record Split(String verb, List<String> behind, StatementAct act) {
        boolean endsAt(List<Token> tokens, int from) {
            if (from + behind.size() > tokens.size()) {
                return false;
            }
            for (int i = 0; i < behind.size(); i++) {
                if (!tokens.get(from + i).lower().equals(behind.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Split split(KnowledgeTable.Row row) {
        return new Split(
                row.required("verb"),
                List.of(row.required("behind").split(" ")),
                Optional.ofNullable(row.constant("act", StatementAct.class))
                        .orElseThrow(() -> row.error("act is empty")));
    }

    /** The act of a verb with the words behind its object; null where none of them follow. */
    static @Nullable StatementAct act(Sentence sentence, int verb) {
        List<Token> tokens = sentence.tokens();
        String lemma = tokens.get(verb).lemma();
        for (Split split : SPLITS) {
            if (!split.verb().equals(lemma)) {
                continue;
            }
            for (int i = verb + 2; i < Math.min(tokens.size(), verb + REACH) && isObject(tokens.get(i - 1)); i++) {
                if (split.endsAt(tokens, i)) {
                    return split.act();
                }
            }
        }
        return null;
    }

    private static boolean isObject(Token token) {
        return OBJECT_TAGS.contains(token.tag());
    }
}
