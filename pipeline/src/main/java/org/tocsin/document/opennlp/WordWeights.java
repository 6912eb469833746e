package org.tocsin.document.opennlp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSContextGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the tag model says of a word whatever stands around it. News repeats its words: the weights of a word are looked up once and
 * kept. Not thread-safe.
 */
final class WordWeights {
    /** Words kept; when there are more, all are forgotten. */
    static final int KEPT_WORDS = 20_000;

    /** Longest word kept, in characters. */
    static final int LONGEST_KEPT = 24;

    /** The features that OpenNLP gives for what stands around a single word: the begin and the end of its sentence, last. */
    private static final int AROUND_SINGLE_WORD = 2;

    private final POSContextGenerator features;
    private final Map<String, Context> weights;
    private final int outcomes;
    private final Map<String, Word> kept = new HashMap<>();

    /**
     * @param features the model's features
     * @param weights the model's weights by feature
     * @param outcomes number of tags
     */
    WordWeights(POSContextGenerator features, Map<String, Context> weights, int outcomes) {
        this.features = features;
        this.weights = weights;
        this.outcomes = outcomes;
    }

    /**
     * The weights that a word gives, each by tag.
     *
     * @param own for its own tag
     * @param previous for the tag of the word behind it; null where the model has none, like the following
     * @param beforePrevious for the tag of the second word behind it
     * @param next for the tag of the word before it
     * @param afterNext for the tag of the second word before it
     */
    record Word(
            double[] own,
            double @Nullable [] previous,
            double @Nullable [] beforePrevious,
            double @Nullable [] next,
            double @Nullable [] afterNext) {}

    /** The weights of a word, or of a mark for the begin or end of a sentence. */
    Word of(String word) {
        if (word.length() > LONGEST_KEPT) {
            return read(word);
        }
        if (kept.size() >= KEPT_WORDS) {
            kept.clear();
        }
        return kept.computeIfAbsent(word, this::read);
    }

    private Word read(String word) {
        return new Word(own(word), byTag("p=" + word), byTag("pp=" + word), byTag("n=" + word), byTag("nn=" + word));
    }

    private double[] own(String word) {
        double[] sums = new double[outcomes];
        String[] alone = features.getContext(0, new String[] {word}, new String[1], null);
        for (String feature : Arrays.asList(alone).subList(0, alone.length - AROUND_SINGLE_WORD)) {
            add(byTag(feature), sums);
        }
        return sums;
    }

    /** The weights of a feature, one a tag and 0 where it has none; null where the model does not know it. */
    double @Nullable [] byTag(String feature) {
        Context weight = weights.get(feature);
        if (weight == null) {
            return null;
        }
        double[] byTag = new double[outcomes];
        int[] of = weight.getOutcomes();
        double[] by = weight.getParameters();
        for (int k = 0; k < of.length; k++) {
            byTag[of[k]] = by[k];
        }
        return byTag;
    }

    /** Adds the weights of one feature to the sums by tag. */
    static void add(double @Nullable [] weights, double[] sums) {
        if (weights == null) {
            return;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] += weights[i];
        }
    }
}
