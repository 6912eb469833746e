package org.tocsin.document.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Mention.OfficeMention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;

/** Recognises names of persons: public figures (persons.tsv) and runs of capitalised words. Thread-safe. */
final class PersonNames {
    private static final Set<String> PARTICLES =
            Set.of("al", "bin", "ibn", "von", "van", "der", "den", "de", "da", "del", "la", "el", "ben", "abu", "ul");
    private static final Set<String> TITLES = Set.of(
            "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "lord", "shri", "smt", "sheikh", "prof",
            "prof.");
    private static final Set<String> BODY_WORDS = KnowledgeTable.words(PersonNames.class, "body-words.tsv");
    private static final Pattern INITIAL = Pattern.compile("\\p{Lu}\\.");
    private static final int LONGEST = 5;
    private static final int LABEL = 2;

    private final PhraseTrie<Figure> figures = new PhraseTrie<>();
    private final Map<String, Figure> byName = new HashMap<>();

    /** A public figure with the usual office. */
    record Figure(
            String name,
            @Nullable String role,
            @Nullable String organization,
            @Nullable String country) {}

    private PersonNames() {
        KnowledgeTable table = KnowledgeTable.load(
                PersonNames.class, "persons.tsv", "name", "variants", "role", "organization", "country");
        for (KnowledgeTable.Row row : table.rows()) {
            String country = row.optional("country") == null ? null : ActorLexicon.code(row, "country");
            Figure figure =
                    new Figure(row.required("name"), row.optional("role"), row.optional("organization"), country);
            figures.add(figure.name(), figure);
            byName.put(figure.name(), figure);
            row.several("variants").forEach(variant -> figures.add(variant, figure));
        }
    }

    static PersonNames shared() {
        return Holder.SHARED;
    }

    /** The public figure whose name begins at a token; null where none does. */
    PhraseTrie.@Nullable Match<Figure> figure(List<Token> tokens, int from) {
        return figures.longest(tokens, from);
    }

    /** Index behind the last token of the run of capitalised words that begins here; {@code from} where none does. */
    int endOfName(Sentence sentence, int from) {
        List<Token> tokens = sentence.tokens();
        int to = from;
        while (to < tokens.size() && to - from < LONGEST && belongs(sentence, from, to)) {
            to++;
        }
        while (to > from && !isCapitalised(tokens.get(to - 1))) {
            to--;
        }
        return to;
    }

    private static boolean belongs(Sentence sentence, int from, int at) {
        Token token = sentence.tokens().get(at);
        boolean inside = at > from && (PARTICLES.contains(token.lower()) || isInitial(sentence.tokens(), at));
        boolean proper =
                token.tag().startsWith("NNP") || at > from && hasArticle(token) || opensLabel(sentence.tokens(), at);
        return inside || isCapitalised(token) && proper && !taken(sentence, at);
    }

    /** Whether a token is a middle initial in front of a surname: "Lloyd J. Austin". */
    private static boolean isInitial(List<Token> tokens, int at) {
        return INITIAL.matcher(tokens.get(at).text()).matches()
                && at + 1 < tokens.size()
                && tokens.get(at + 1).tag().startsWith("NNP")
                && isCapitalised(tokens.get(at + 1));
    }

    /** Whether the last word of a name tells that it is a body's: "Open Rights Alliance". */
    static boolean isBody(Token last) {
        return BODY_WORDS.contains(last.text());
    }

    /** The words from (inclusive) to to (exclusive) as a name, without middle initials. */
    static String nameOf(List<Token> tokens, int from, int to) {
        return tokens.subList(from, to).stream()
                .filter(token ->
                        token.index() == from || !INITIAL.matcher(token.text()).matches())
                .map(Token::text)
                .collect(Collectors.joining(" "));
    }

    /** The public figure who bears exactly a name; null where none does. */
    @Nullable
    Figure named(String name) {
        return byName.get(name);
    }

    /** Whether a token is the first of two before a colon that opens a sentence, where a tagger takes it for a common noun. */
    private static boolean opensLabel(List<Token> tokens, int at) {
        return at == 0
                && tokens.size() > LABEL
                && isCapitalised(tokens.get(1))
                && tokens.get(LABEL).text().equals(":");
    }

    private static boolean isCapitalised(Token token) {
        String text = token.text();
        return (hasArticle(token) || Character.isUpperCase(text.charAt(0)))
                && text.chars().anyMatch(Character::isLowerCase)
                && !TITLES.contains(token.lower());
    }

    private static boolean hasArticle(Token token) {
        String text = token.text();
        return text.startsWith("al-") || text.startsWith("el-") || text.startsWith("bin-");
    }

    private static boolean taken(Sentence sentence, int at) {
        return sentence.mentions().stream()
                .filter(mention -> mention.from() <= at && at < mention.to())
                .anyMatch(PersonNames::isNoName);
    }

    private static boolean isNoName(Mention mention) {
        return mention instanceof ActorMention
                || mention instanceof OfficeMention
                || mention instanceof DateMention
                || mention instanceof WeaponMention;
    }

    /** Whether a token is a form of address. */
    static boolean isTitle(Token token) {
        return TITLES.contains(token.lower());
    }

    private static final class Holder {
        static final PersonNames SHARED = new PersonNames();
    }
}
