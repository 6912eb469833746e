package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void whatATerminalWouldObeyIsTakenOut() {
        String hostile = "killed \u001b[31m9\u001b[0m\u009b2J\u0007 in \u202eKyiv\u202c";

        assertThat(Printable.line(hostile)).isEqualTo("killed [31m9[0m2J in Kyiv");
    }

    @Test
    void aLineStaysOneLine() {
        assertThat(Printable.line("one\ntwo\r\nthree\tfour\u2028five")).isEqualTo("one two three four five");
        assertThat(Printable.lines("one\r\ntwo")).isEqualTo("one\ntwo");
    }

    @Test
    void otherScriptsAreLeftAlone() {
        assertThat(Printable.line("Глухів, حلب, 東京 😀")).isEqualTo("Глухів, حلب, 東京 😀");
    }
}
