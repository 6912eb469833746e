package org.tocsin.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final String REPORT = """
            Nine people were hurt when a shell hit a bus station in Gedaref on Friday, the state's health office said. \
            The driver of one bus lost a foot. Windows broke in two schools nearby, and lessons were stopped for the day. \
            Doctors at the teaching hospital asked the public to give blood, since its own store had been used up by noon.\
            """;

    @Test
    void aTextWithAnotherCaseOrPunctuationHasTheSameFingerprint() {
        assertThat(of(REPORT.toUpperCase(Locale.ROOT).replace(",", " -"))).isEqualTo(of(REPORT));
    }

    @Test
    void aCopyWithADatelineAndACutSentenceIsNearAndAnotherTextIsFar() {
        String copy = "GEDAREF, Sudan - " + REPORT.replace("The driver of one bus lost a foot. ", "");
        String other = """
                Fishermen in Galle pulled a sailor from the sea on Friday, the coast guard said. The man had drifted on a plank \
                for two days after his boat sank in a storm. He was taken to the teaching hospital, where doctors said that he \
                would be home by the end of the week. The boat's owner is still missing and the search goes on.\
                """;

        assertThat(Fingerprint.isNearCopy(of(REPORT), of(copy))).isTrue();
        assertThat(Fingerprint.isNearCopy(of(REPORT), of(other))).isFalse();
        assertThat(of(copy)).containsAnyElementsOf(Fingerprint.keys(of(REPORT)));
    }

    @Test
    void aPartOfALongTextIsANearCopyOfIt() {
        String part = REPORT.substring(0, REPORT.indexOf("Windows"));

        assertThat(Fingerprint.overlap(of(REPORT), of(part))).isGreaterThan(0.9);
    }

    @Test
    void anEmptyTextHasAFingerprintToo() {
        assertThat(of("")).isEmpty();
    }

    private static List<Integer> of(String text) {
        return Fingerprint.of(new NewsArticle("a", "", text, null, null, null));
    }
}
