package org.tocsin.document.opennlp;

import java.util.Arrays;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.SequenceValidator;
import org.jspecify.annotations.Nullable;

/**
 * Gives each word the tag that scores best after the tags before it: what OpenNLP's tagger gives with a beam of 1, from the same
 * model and features. It compares sums of weights where OpenNLP turns each into a probability, and looks up the weights of a word once
 * for all its places. Not thread-safe.
 */
final class GreedyTags {
    private static final int CACHED_CONTEXTS = 0;
    /** OpenNLP's marks for what stands around a sentence. */
    private static final String BEGIN = "*SB*";

    private static final String END = "*SE*";

    private final SequenceValidator<String> dictionary;
    private final WordWeights words;
    private final String[] outcomes;
    private final double[] sums;
    /** Weights by the tag before; null where the model has none. */
    private final double[] @Nullable [] byTag;
    /** Weights by the two tags before, the first of them first. */
    private final double[][] @Nullable [] byTags;

    GreedyTags(POSModel model) {
        this.dictionary = model.getFactory().getSequenceValidator();
        AbstractModel classifier = classifier(model);
        Map<String, Context> weights = weights(classifier);
        int count = classifier.getNumOutcomes();
        this.words = new WordWeights(model.getFactory().getPOSContextGenerator(CACHED_CONTEXTS), weights, count);
        this.outcomes = new String[count];
        Arrays.setAll(outcomes, classifier::getOutcome);
        this.sums = new double[count];
        this.byTag = new double[count][];
        Arrays.setAll(byTag, i -> words.byTag("t=" + outcomes[i]));
        this.byTags = new double[count][count][];
        for (int first = 0; first < count; first++) {
            String begin = "t2=" + outcomes[first] + ",";
            Arrays.setAll(byTags[first], i -> words.byTag(begin + outcomes[i]));
        }
    }

    private static AbstractModel classifier(POSModel model) {
        MaxentModel classifier = model.getArtifact("pos.model");
        if (classifier instanceof AbstractModel weighted) {
            return weighted;
        }
        throw new IllegalStateException("the tag model is a "
                + (classifier == null ? "sequence model" : classifier.getClass().getName())
                + ", not one of weights by feature");
    }

    /** The model's weights by feature; OpenNLP gives them out untyped, as the second of its data structures. */
    @SuppressWarnings("unchecked")
    private static Map<String, Context> weights(AbstractModel classifier) {
        return (Map<String, Context>) classifier.getDataStructures()[1];
    }

    /** One tag for each word. */
    String[] tag(String[] sentence) {
        WordWeights.Word[] known = new WordWeights.Word[sentence.length];
        Arrays.setAll(known, i -> words.of(sentence[i]));
        String[] tags = new String[sentence.length];
        int[] chosen = new int[sentence.length];
        for (int i = 0; i < sentence.length; i++) {
            score(i, known, chosen);
            chosen[i] = best(i, sentence, tags);
            tags[i] = outcomes[chosen[i]];
        }
        return tags;
    }

    /** Sums the weights in the order in which OpenNLP does, since the order decides how they are rounded. */
    private void score(int at, WordWeights.Word[] known, int[] chosen) {
        System.arraycopy(known[at].own(), 0, sums, 0, sums.length);
        WordWeights.add(word(known, at - 1).previous(), sums);
        if (at > 0) {
            WordWeights.add(byTag[chosen[at - 1]], sums);
            WordWeights.add(word(known, at - 2).beforePrevious(), sums);
        }
        if (at > 1) {
            WordWeights.add(byTags[chosen[at - 2]][chosen[at - 1]], sums);
        }
        WordWeights.add(word(known, at + 1).next(), sums);
        if (at + 1 < known.length) {
            WordWeights.add(word(known, at + 2).afterNext(), sums);
        }
    }

    private WordWeights.Word word(WordWeights.Word[] known, int at) {
        if (at < 0) {
            return words.of(BEGIN);
        }
        return at < known.length ? known[at] : words.of(END);
    }

    /** Index of the best tag that the dictionary allows for the word; of the best of all where it allows none. */
    private int best(int index, String[] sentence, String[] before) {
        int best = -1;
        int allowed = -1;
        for (int i = 0; i < outcomes.length; i++) {
            if (best < 0 || sums[i] > sums[best]) {
                best = i;
            }
            if ((allowed < 0 || sums[i] > sums[allowed])
                    && dictionary.validSequence(index, sentence, before, outcomes[i])) {
                allowed = i;
            }
        }
        return allowed < 0 ? best : allowed;
    }
}
