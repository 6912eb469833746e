package org.tocsin.document.opennlp;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.tocsin.document.Tags;

/** Gives Penn Treebank tags to the words of a sentence. A sentence in capitals is tagged in lower case. Not thread-safe. */
final class Tagger {
    private static final Set<String> STOPS = Tags.like("[.,:]");

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
            tagged[i] = isName(words.get(i).text(), tagged[i]) ? "NNP" : tagged[i];
        }
        return tagged;
    }

    /** Whether the tagger took a name for a stop or a pronoun: "MQ-9" for a full stop, "US" for us. */
    private static boolean isName(String word, String tag) {
        boolean stop = STOPS.contains(tag) && word.length() > 1 && Character.isUpperCase(word.charAt(0));
        return stop || (tag.equals("PRP") && word.equals("US"));
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
