package org.tocsin.document.opennlp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tocsin.document.Tags;

/** Gives Penn Treebank tags to the words of a sentence. A sentence in capitals is tagged in lower case. Not thread-safe. */
final class Tagger {
    private static final Set<String> ARTICLES = Tags.like("DT|PRP\\$|POS");
    private static final Set<String> BEHIND_NOUN = Tags.like("IN|CC|[.,:]|VB[DZP]|MD|WDT|WP");
    private static final Set<String> STOPS = Tags.like("[.,:]");

    /** Words that are prepositions or conjunctions wherever they stand. */
    private static final Set<String> PREPOSITIONS = Set.of(
            "aboard",
            "about",
            "above",
            "across",
            "after",
            "against",
            "albeit",
            "along",
            "alongside",
            "although",
            "amid",
            "amidst",
            "among",
            "amongst",
            "around",
            "as",
            "astride",
            "at",
            "atop",
            "barring",
            "because",
            "before",
            "behind",
            "below",
            "beneath",
            "beside",
            "besides",
            "between",
            "beyond",
            "but",
            "by",
            "concerning",
            "considering",
            "despite",
            "down",
            "during",
            "except",
            "excluding",
            "expect",
            "following",
            "for",
            "from",
            "given",
            "if",
            "in",
            "including",
            "inside",
            "into",
            "lest",
            "like",
            "minus",
            "near",
            "nearby",
            "next",
            "notwithstanding",
            "of",
            "off",
            "on",
            "once",
            "onto",
            "opposite",
            "or",
            "out",
            "outside",
            "over",
            "past",
            "pending",
            "per",
            "plus",
            "regarding",
            "since",
            "so",
            "supposing",
            "than",
            "that",
            "though",
            "through",
            "throughout",
            "till",
            "to",
            "toward",
            "towards",
            "under",
            "underneath",
            "unless",
            "unlike",
            "until",
            "unto",
            "up",
            "upon",
            "versus",
            "via",
            "vs",
            "vs.",
            "whereas",
            "whether",
            "while",
            "whilst",
            "with",
            "within",
            "without",
            "worth",
            "what",
            "half",
            "ago");

    private static final double MOSTLY = 0.7;
    private static final int FEW_LETTERS = 12;
    private final GreedyTags tags;

    Tagger(OpenNlpModels models) {
        this.tags = new GreedyTags(models.tags());
    }

    /** One tag for each word. */
    String[] tag(List<KnownWords.Word> words) {
        boolean small = inCapitals(words);
        String[] input = new String[words.size()];
        Arrays.setAll(input, i -> small ? words.get(i).lower() : words.get(i).text());
        String[] tagged = tags.tag(input);
        for (int i = 0; i < tagged.length; i++) {
            boolean name = isName(words.get(i).text(), tagged[i]);
            tagged[i] = name ? "NNP" : isNoNoun(words.get(i).lower(), tagged[i]) ? "VBD" : tagged[i];
        }
        for (int i = 1; i < tagged.length; i++) {
            boolean name = tagged[i].equals("RB") && isNameInside(words, i);
            tagged[i] = name ? "NNP" : isNominal(tagged, i) ? "NN" : tagged[i];
        }
        HeadlineVerbs.mend(words, tagged);
        return tagged;
    }

    /** "a civilian were killed": whether the tagger took the past of "be" for a noun behind what it took for an adjective. */
    private static boolean isNoNoun(String word, String tag) {
        return tag.startsWith("N") && (word.equals("were") || word.equals("was"));
    }

    /** "retook Harardhere": whether a word is capitalised behind one that is not. */
    private static boolean isNameInside(List<KnownWords.Word> words, int at) {
        String before = words.get(at - 1).text();
        return Character.isUpperCase(words.get(at).text().charAt(0))
                && Character.isLowerCase(before.charAt(0))
                && Character.isLowerCase(before.charAt(before.length() - 1));
    }

    /** "killed in a bombing on Monday": whether the tagger took a noun behind an article for a participle. */
    private static boolean isNominal(String[] tags, int at) {
        return tags[at].equals("VBG")
                && ARTICLES.contains(tags[at - 1])
                && (at + 1 == tags.length || BEHIND_NOUN.contains(tags[at + 1]));
    }

    /** Whether the tagger took a name for a stop, a pronoun or a preposition: "MQ-9" for a full stop, "US" for us, "M23" for "in". */
    private static boolean isName(String word, String tag) {
        boolean opposed = tag.equals("IN")
                && Character.isUpperCase(word.charAt(0))
                && !PREPOSITIONS.contains(word.toLowerCase(Locale.ROOT));
        boolean stop = STOPS.contains(tag) && word.length() > 1 && Character.isUpperCase(word.charAt(0));
        return stop || opposed || (tag.equals("PRP") && word.equals("US"));
    }

    /** Whether a sentence is written in capitals as a whole, as headings and telex news are. */
    private static boolean inCapitals(List<KnownWords.Word> words) {
        int letters = 0;
        int capitals = 0;
        for (KnownWords.Word word : words) {
            letters += word.letters();
            capitals += word.capitals();
        }
        return letters >= FEW_LETTERS && capitals > MOSTLY * letters;
    }
}
