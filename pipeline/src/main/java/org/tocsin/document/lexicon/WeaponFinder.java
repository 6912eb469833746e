package org.tocsin.document.lexicon;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.MentionFinder;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.schema.Method;

/** Finds weapons and weapon systems (weapons.tsv). */
final class WeaponFinder implements MentionFinder {
    private final PhraseTrie<Weapon> weapons = Holder.WEAPONS;

    /** A class of weapons, or a system; the method is null where the weapon tells none, as for air defence. */
    private record Weapon(@Nullable String system, @Nullable Method method) {}

    private static PhraseTrie<Weapon> load() {
        PhraseTrie<Weapon> weapons = new PhraseTrie<>();
        KnowledgeTable table =
                KnowledgeTable.load(WeaponFinder.class, "weapons.tsv", "words", "system", "method", "variants");
        for (KnowledgeTable.Row row : table.rows()) {
            Weapon weapon = new Weapon(row.optional("system"), row.constant("method", Method.class));
            weapons.add(row.required("words"), weapon);
            row.several("variants").forEach(variant -> weapons.add(variant, weapon));
        }
        return weapons;
    }

    @Override
    public List<List<Mention>> find(NewsArticle article, List<Sentence> sentences) {
        return sentences.stream().map(sentence -> find(sentence.tokens())).toList();
    }

    private List<Mention> find(List<Token> tokens) {
        List<Mention> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            PhraseTrie.Match<Weapon> match = weapons.longest(tokens, at);
            if (match != null && !tokens.get(match.to() - 1).tag().startsWith("VB")) {
                found.add(new WeaponMention(
                        at,
                        match.to(),
                        match.meaning().system(),
                        match.meaning().method()));
            }
            at = match == null ? at + 1 : match.to();
        }
        return found;
    }

    private static final class Holder {
        static final PhraseTrie<Weapon> WEAPONS = load();
    }
}
