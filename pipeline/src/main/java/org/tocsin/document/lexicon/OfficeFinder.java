package org.tocsin.document.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.OfficeMention;
import org.tocsin.document.MentionFinder;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;

/** Finds offices and functions (offices.tsv). */
final class OfficeFinder implements MentionFinder {
    private static final Set<String> OFFICE_ENDS = Tags.like("NN.?|NNPS|JJ|RBR");

    private final PhraseTrie<String> offices = Holder.OFFICES;

    private static PhraseTrie<String> load() {
        PhraseTrie<String> offices = new PhraseTrie<>();
        KnowledgeTable table = KnowledgeTable.load(OfficeFinder.class, "offices.tsv", "words", "role", "variants");
        for (KnowledgeTable.Row row : table.rows()) {
            String role = row.required("role");
            offices.add(row.required("words"), role);
            row.several("variants").forEach(variant -> offices.add(variant, role));
        }
        return offices;
    }

    @Override
    public List<List<Mention>> find(NewsArticle article, List<Sentence> sentences) {
        return sentences.stream().map(sentence -> find(sentence.tokens())).toList();
    }

    private List<Mention> find(List<Token> tokens) {
        List<Mention> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            PhraseTrie.Match<String> match = offices.longest(tokens, at);
            if (match != null && OFFICE_ENDS.contains(tokens.get(match.to() - 1).tag())) {
                found.add(new OfficeMention(at, match.to(), match.meaning(), null));
            }
            at = match == null ? at + 1 : match.to();
        }
        return found;
    }

    private static final class Holder {
        static final PhraseTrie<String> OFFICES = load();
    }
}
