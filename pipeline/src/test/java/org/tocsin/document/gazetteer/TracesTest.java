package org.tocsin.document.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
    private static final double FACTOR = 0.3;
    private static final double MOST = 2;
    private static final double[] WEIGHTS = {0.4, 0.5, 1};

    private record Noted(int sentence, int paragraph, double weight) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void weighsAsOneThatGoesThroughAllMentionsWould(long seed) {
        Random random = new Random(seed);
        List<Noted> noted = noted(random);
        Traces traces = new Traces();
        noted.forEach(one -> traces.add(one.sentence(), one.paragraph(), one.weight()));

        for (int sentence = 0; sentence < 30; sentence++) {
            int here = sentence;
            int paragraph = paragraphOf(sentence);
            assertThat(traces.inSentence(here)).isEqualTo(most(noted, one -> one.sentence() == here));
            assertThat(traces.inHeadline(here))
                    .isEqualTo(most(noted, one -> one.sentence() <= 0 && one.sentence() != here));
            assertThat(traces.inParagraph(here, paragraph))
                    .isEqualTo(most(
                            noted,
                            one -> one.sentence() > 0 && one.sentence() != here && one.paragraph() == paragraph));
            double elsewhere = noted.stream()
                    .filter(one -> one.sentence() > 0 && one.paragraph() != paragraph)
                    .mapToDouble(one -> one.weight() * FACTOR)
                    .sum();
            assertThat(traces.elsewhere(paragraph, FACTOR, MOST)).isEqualTo(Math.min(MOST, elsewhere), within(1e-9));
        }
    }

    @Test
    void aCountryThatIsNeverNamedWeighsNothing() {
        Traces traces = new Traces();

        assertThat(traces.inSentence(3)).isZero();
        assertThat(traces.inHeadline(3)).isZero();
        assertThat(traces.inParagraph(3, 1)).isZero();
        assertThat(traces.elsewhere(1, FACTOR, MOST)).isZero();
    }

    private static int paragraphOf(int sentence) {
        return sentence / 4;
    }

    /** Mentions in the order of a text of 30 sentences, some in the title. */
    private static List<Noted> noted(Random random) {
        List<Noted> noted = new ArrayList<>();
        for (int sentence = -1; sentence < 30; sentence++) {
            for (int i = random.nextInt(3); i > 0; i--) {
                noted.add(new Noted(sentence, Math.max(0, paragraphOf(sentence)), WEIGHTS[random.nextInt(3)]));
            }
        }
        return noted;
    }

    private static double most(List<Noted> noted, Predicate<Noted> where) {
        return noted.stream().filter(where).mapToDouble(Noted::weight).max().orElse(0);
    }
}
