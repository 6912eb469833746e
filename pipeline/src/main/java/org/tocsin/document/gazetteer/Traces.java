package org.tocsin.document.gazetteer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where an article names one country or division, with the weight of each mention. What is asked of it costs a few steps however long
 * the article is. Noted in the order of the text: the title as sentence -1, then the sentences; used by one thread.
 */
final class Traces {
    private double title;
    private final Map<Integer, Double> sentences = new HashMap<>();
    private final Map<Integer, Paragraph> paragraphs = new HashMap<>();
    /** The weights behind the headline, in the order of the text. */
    private final List<Double> weights = new ArrayList<>();

    /** The mentions of one paragraph, without those of the first sentence, which is taken for a headline. */
    private static final class Paragraph {
        private final int from;
        private int to;
        private int strongest = -1;
        private double most;
        private double mostOfOthers;

        Paragraph(int from) {
            this.from = from;
            this.to = from;
        }

        void add(int sentence, double weight) {
            to++;
            if (sentence == strongest) {
                most = Math.max(most, weight);
            } else if (weight > most) {
                mostOfOthers = most;
                most = weight;
                strongest = sentence;
            } else {
                mostOfOthers = Math.max(mostOfOthers, weight);
            }
        }

        double mostBeside(int sentence) {
            return sentence == strongest ? mostOfOthers : most;
        }
    }

    /** Notes a mention. */
    void add(int sentence, int paragraph, double weight) {
        if (sentence < 0) {
            title = Math.max(title, weight);
            return;
        }
        sentences.merge(sentence, weight, Math::max);
        if (sentence > 0) {
            paragraphs
                    .computeIfAbsent(paragraph, number -> new Paragraph(weights.size()))
                    .add(sentence, weight);
            weights.add(weight);
        }
    }

    /** The greatest weight in a sentence; 0 where none is. */
    double inSentence(int sentence) {
        return sentence < 0 ? title : sentences.getOrDefault(sentence, 0.0);
    }

    /** The greatest weight in the title and the first sentence, seen from another sentence; 0 where none is. */
    double inHeadline(int sentence) {
        double ofTitle = sentence < 0 ? 0 : title;
        return sentence == 0 ? ofTitle : Math.max(ofTitle, inSentence(0));
    }

    /** The greatest weight in the other sentences of a paragraph; 0 where none is. */
    double inParagraph(int sentence, int paragraph) {
        Paragraph own = paragraphs.get(paragraph);
        return own == null ? 0 : own.mostBeside(sentence);
    }

    /**
     * The weights outside the headline and a paragraph, added up.
     *
     * @param factor what each weight counts
     * @param most from which sum on no more is added
     */
    double elsewhere(int paragraph, double factor, double most) {
        Paragraph own = paragraphs.get(paragraph);
        double sum = 0;
        for (int i = 0; i < weights.size() && sum < most; i++) {
            if (own != null && i == own.from) {
                i = own.to;
            }
            sum += i < weights.size() ? weights.get(i) * factor : 0;
        }
        return Math.min(sum, most);
    }
}
