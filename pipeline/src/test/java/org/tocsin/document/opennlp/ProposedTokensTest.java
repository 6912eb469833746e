package org.tocsin.document.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import opennlp.tools.tokenize.TokenizerME;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposedTokensTest {
    private final TokenizerME model = new TokenizerME(OpenNlpModels.shared().tokens());
    private final ProposedTokens proposals =
            new ProposedTokens(OpenNlpModels.shared().tokens());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  Shells fell.  Shells fell. ",
                "\"We left,\" said Gen. Ould-Ahmed (the army's chief): 1,500 men, 3.5 km, U.S.-made.",
                "a\tb\nc\u00A0d \u063A\u0632\u0629, \uD83D\uDE80!"
            })
    void areThoseOfTheModelAlsoWhenAWordCameBefore(String text) {
        proposals.of(text);

        assertThat(proposals.of(text)).containsExactly(model.tokenizePos(text));
    }

    @Test
    void areThoseOfTheModelAfterMoreWordsThanAreKept() {
        Random random = new Random(3);

        for (int i = 0; i < ProposedTokens.KEPT_WORDS + 100; i++) {
            proposals.of(Long.toString(random.nextLong(), 36));
        }

        String text = "The town's mayor, 54, left.";
        assertThat(proposals.of(text)).containsExactly(model.tokenizePos(text));
    }
}
