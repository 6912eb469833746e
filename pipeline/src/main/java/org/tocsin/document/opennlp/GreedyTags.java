package org.tocsin.document.opennlp;

import java.util.Arrays;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSContextGenerator;
import opennlp.tools.postag.POSModel;
import opennlp.tools.util.SequenceValidator;

/**
 * Gives each word the tag that scores best after the tags before it: what OpenNLP's tagger gives with a beam of 1, from the same
 * model and features. It compares sums of weights where OpenNLP turns each into a probability, which took half of its time. Not
 * thread-safe.
 */
final class GreedyTags {
    private static final int CACHED_CONTEXTS = 0;
    private final POSContextGenerator features;
    private final SequenceValidator<String> dictionary;
    private final Map<String, Context> weights;
    private final String[] outcomes;
    private final double[] sums;

    GreedyTags(POSModel model) {
        this.features = model.getFactory().getPOSContextGenerator(CACHED_CONTEXTS);
        this.dictionary = model.getFactory().getSequenceValidator();
        AbstractModel classifier = classifier(model);
        this.weights = weights(classifier);
        this.outcomes = new String[classifier.getNumOutcomes()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = classifier.getOutcome(i);
        }
        this.sums = new double[outcomes.length];
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
    String[] tag(String[] words) {
        String[] tags = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            score(features.getContext(i, words, tags, null));
            tags[i] = best(i, words, tags);
        }
        return tags;
    }

    private void score(String[] context) {
        Arrays.fill(sums, 0);
        for (String feature : context) {
            Context weight = weights.get(feature);
            if (weight != null) {
                int[] of = weight.getOutcomes();
                double[] by = weight.getParameters();
                for (int k = 0; k < of.length; k++) {
                    sums[of[k]] += by[k];
                }
            }
        }
    }

    /** The best tag that the dictionary allows for the word; the best of all where it allows none. */
    private String best(int index, String[] words, String[] before) {
        int best = -1;
        int allowed = -1;
        for (int i = 0; i < outcomes.length; i++) {
            if (best < 0 || sums[i] > sums[best]) {
                best = i;
            }
            if ((allowed < 0 || sums[i] > sums[allowed])
                    && dictionary.validSequence(index, words, before, outcomes[i])) {
                allowed = i;
            }
        }
        return outcomes[allowed < 0 ? best : allowed];
    }
}
