package org.tocsin.document.opennlp;

import java.util.List;
import java.util.Locale;
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
    String[] tag(List<String> words) {
        String[] input = words.toArray(String[]::new);
        if (inCapitals(words)) {
            for (int i = 0; i < input.length; i++) {
                input[i] = input[i].toLowerCase(Locale.ROOT);
            }
        }
        String[] tagged = tags.tag(input);
        for (int i = 0; i < tagged.length; i++) {
            tagged[i] = isName(words.get(i), tagged[i]) ? "NNP" : tagged[i];
        }
        return tagged;
    }

    /** Whether the tagger took a name for a stop or a pronoun: "MQ-9" for a full stop, "US" for us. */
    private static boolean isName(String word, String tag) {
        boolean stop = STOPS.contains(tag) && word.length() > 1 && Character.isUpperCase(word.charAt(0));
        return stop || (tag.equals("PRP") && word.equals("US"));
    }

    /** Whether a sentence is written in capitals as a whole, as headings and telex news are. */
    static boolean inCapitals(List<String> words) {
        int letters = 0;
        int capitals = 0;
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                if (Character.isLetter(word.charAt(i))) {
                    letters++;
                    capitals += Character.isUpperCase(word.charAt(i)) ? 1 : 0;
                }
            }
        }
        return letters >= FEW_LETTERS && capitals > MOSTLY * letters;
    }
}
