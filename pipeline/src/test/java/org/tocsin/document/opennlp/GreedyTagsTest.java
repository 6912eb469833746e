package org.tocsin.document.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.POSTaggerME;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.document.Tags;

class GreedyTagsTest {
    private static final OpenNlpModels MODELS = OpenNlpModels.shared();
    private static final List<String> WORDS = List.of(
            "Russian",
            "forces",
            "shelled",
            "strike",
            "strikes",
            "killed",
            "a",
            "the",
            "of",
            "near",
            "Kharkiv",
            "2,000",
            "said",
            "that",
            "Diallo",
            "wounded",
            "up",
            "down",
            "drone-borne",
            "qwxz",
            ",",
            ".",
            "\u201C",
            "\u063A\u0632\u0629",
            "to",
            "will");

    private final POSTaggerME reference = new POSTaggerME(MODELS.tags(), POSTagFormat.PENN);
    private final GreedyTags tags = new GreedyTags(MODELS.tags());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Two shells fell on the market before dawn , the mayor said .",
                "Blast kills 3 in Quetta bazaar",
                "He denied that his men , who had left the town , fired first .",
                "The colonel 's convoy was ambushed on its way to Gao ."
            })
    void tagsAsTheModelsOwnTaggerDoes(String sentence) {
        String[] words = sentence.split(" ");

        assertThat(tags.tag(words)).containsExactly(reference.tag(words));
    }

    @Test
    void tagsAnyOrderOfWordsAsTheModelsOwnTaggerDoes() {
        Random random = new Random(7);

        for (int round = 0; round < 300; round++) {
            String[] words = new String[1 + random.nextInt(40)];
            for (int i = 0; i < words.length; i++) {
                words[i] = WORDS.get(random.nextInt(WORDS.size()));
            }
            assertThat(tags.tag(words)).containsExactly(reference.tag(words));
        }
    }

    @Test
    void theModelsTagsAreThoseThatRulesAskFor() {
        MaxentModel model = MODELS.tags().getArtifact("pos.model");
        Set<String> given = new HashSet<>();
        for (int i = 0; i < model.getNumOutcomes(); i++) {
            given.add(model.getOutcome(i));
        }

        assertThat(Tags.like(".+")).containsExactlyInAnyOrderElementsOf(given);
    }

    @Test
    void refusesAnExpressionThatDescribesNoTag() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tags.like("VERB"))
                .withMessage("no part-of-speech tag is like VERB");
    }

    @Test
    void tagsWordsThatItForgotAndReadsAgainAsBefore() {
        String[] sentence = "Two shells fell on the market .".split(" ");
        String[] before = tags.tag(sentence);

        for (int i = 0; i <= WordWeights.KEPT_WORDS; i++) {
            tags.tag(new String[] {"w" + i});
        }

        assertThat(tags.tag(sentence)).containsExactly(before);
    }

    @Test
    void givesNoTagsWhereThereAreNoWords() {
        assertThat(tags.tag(new String[0])).isEmpty();
    }
}
