package org.tocsin.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypographyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "\u201CStop\u201D, she said|\"Stop\", she said",
                "Kyiv\u2019s mayor|Kyiv's mayor",
                "\u00ABRetreat\u00BB|\"Retreat\"",
                "aims\u2014an echo|aims--an echo",
                "2022\u20132024|2022-2024",
                "Tyre \u2013 Sidon|Tyre -- Sidon",
                "12\u00A0000 men|12 000 men",
                "Wait\u2026|Wait...",
                "cease\u00ADfire|ceasefire",
                "o\uFB03cer|officer",
                "Sa\u0308o Vicente|S\u00E4o Vicente",
            })
    void writesPlainCharacters(String original, String plain) {
        assertThat(Typography.plain(original).text()).isEqualTo(plain);
    }

    @Test
    void makesOneLineEndOfTwoCharacters() {
        assertThat(Typography.plain("one\r\ntwo").text()).isEqualTo("one\ntwo");
    }

    @ParameterizedTest
    @CsvSource({"Kyiv\u2019s cease\u00ADfire\u2026 ended,ended", "\u201CHe\u201D\u2014cafe\u0301 Odesa,Odesa"})
    void keepsOffsetsIntoTheOriginal(String original, String word) {
        PlainText plain = Typography.plain(original);

        int start = plain.text().indexOf(word);

        assertThat(original.substring(plain.originalStart(start), plain.originalEnd(start + word.length())))
                .isEqualTo(word);
    }
}
