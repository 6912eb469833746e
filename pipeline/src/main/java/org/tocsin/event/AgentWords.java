package org.tocsin.event;

import java.util.List;
import java.util.Set;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;

/** The words and tags by which {@link Agents} tells who acts. */
final class AgentWords {
    static final Set<String> CLAUSE_JOINS = Set.of("and", "or", "then");
    static final Set<String> AGENT_TAGS = Tags.like("CC|DT|JJ|NN.*|PRP.|,|POS|VBN|CD");
    static final Set<String> BETWEEN = Set.of("that", "also", "later", ",");
    static final Set<String> SAYING = Set.of("say", "claim", "announce", "confirm", "report", "state");
    static final Set<String> PHRASE = Set.of("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "POS", "CD", "VBN", "JJS", "PRP$");
    static final Set<String> LINKS = Set.of(
            "of",
            "either",
            "both",
            "from",
            "with",
            "in",
            "by",
            "led",
            "loyal",
            "allied",
            "belonging",
            "linked",
            "to",
            "the",
            "a");
    static final Set<String> SUBORDINATING =
            Set.of("as", "while", "after", "before", "since", "until", "because", "although", "though", "if", "once");
    /** Words behind which another act is told than the one before them. */
    static final Set<String> LATER = Set.of("after", "since");

    static final Set<String> PRONOUNS = Set.of("it", "they", "he", "its", "their", "his");
    /** Verbs whose "by" names who only helps. */
    private static final Set<String> HELPING =
            Set.of("back", "support", "aid", "assist", "accompany", "join", "escort");

    /** Nouns that stand for an armed group named before. */
    static final Set<String> GROUPS = Set.of("group", "movement", "outfit");

    /** Tags of words that tell which group is meant. */
    static final Set<String> NAMING = Set.of("NN", "NNP", "NNPS", "JJ", "VBN", "CD");

    /** People who act for whom "of" names: "members of the gang". */
    static final Set<String> MEMBERS = Set.of(
            "member",
            "man",
            "men",
            "element",
            "fighter",
            "group",
            "band",
            "unit",
            "soldier",
            "troop",
            "supporter",
            "militant",
            "rebel",
            "insurgent",
            "jihadist",
            "terrorist",
            "gunman",
            "gunmen",
            "guerrilla",
            "militia",
            "militiaman",
            "militiamen",
            "column",
            "wing",
            "faction",
            "branch",
            "commander",
            "cell",
            "squad",
            "patrol");
    /** Verbs whose "by" names who tells of an act ("an explosion heard by the mission"). */
    static final Set<String> TOLD = Set.of(
            "say",
            "report",
            "hear",
            "see",
            "confirm",
            "announce",
            "describe",
            "release",
            "publish",
            "quote",
            "record",
            "document",
            "verify",
            "count",
            "cite",
            "condemn",
            "investigate",
            "share",
            "post",
            "call",
            "witness",
            "use",
            "own",
            "hold",
            "run",
            "control",
            "occupy",
            "operate",
            "manage",
            "staff",
            "lead");

    private AgentWords() {}

    /** Whether a token is a pronoun, or "group" alone before a verb: "group claimed to have seized". */
    static boolean standForOther(Sentence sentence, int token) {
        List<Token> tokens = sentence.tokens();
        return PRONOUNS.contains(tokens.get(token).lower())
                || GROUPS.contains(tokens.get(token).lower())
                        && token + 1 < tokens.size()
                        && tokens.get(token + 1).tag().startsWith("VB")
                        && (token == 0 || !NAMING.contains(tokens.get(token - 1).tag()));
    }

    /** "forces backed by Russian aircraft": whether "by" behind a participle governs the phrase of a token, soon before it. */
    static boolean isHelper(Sentence sentence, int from) {
        List<Token> tokens = sentence.tokens();
        for (int i = from - 1; i > 0 && from - i <= 3; i--) {
            if (tokens.get(i).lower().equals("by")) {
                return HELPING.contains(tokens.get(i - 1).lemma());
            }
        }
        return false;
    }

    /** Words between armed people and whose they are: "of the", "loyal to", "of the al-Qaeda-linked". */
    private static boolean isLink(Token token) {
        return LINKS.contains(token.lower())
                || token.tag().startsWith("JJ") && token.text().indexOf('-') > 0;
    }

    /** Index behind the words that link armed people before a token to whose they are; -1 where none do. */
    static int linkedEnd(Sentence sentence, int from) {
        int end = from;
        while (end < sentence.tokens().size() && isLink(sentence.tokens().get(end))) {
            end++;
        }
        return end == from ? -1 : end;
    }

    /** Index behind the noun phrase that begins at a token. */
    static int phraseEnd(Sentence sentence, int from) {
        int end = from;
        while (end < sentence.tokens().size()
                && PHRASE.contains(sentence.tokens().get(end).tag())) {
            end++;
        }
        return end;
    }

    /** Index of the first token of the noun phrase that ends before a token. */
    static int phraseStart(Sentence sentence, int from) {
        int start = from;
        while (start > 0 && isPhrase(sentence, start - 1) && from - start < 7) {
            start--;
        }
        return start;
    }

    /** Whether a token may stand in a noun phrase; taggers take "US" for the pronoun. */
    private static boolean isPhrase(Sentence sentence, int token) {
        return PHRASE.contains(sentence.tokens().get(token).tag())
                || sentence.tokens().get(token).text().equals("US");
    }
}
