package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFieldsTest {
    @ParameterizedTest
    @CsvSource({
        "ua-shostka-5, ua-shostka-5",
        "'Ж\u00e9\u4e2d', 'Ж\u00e9\u4e2d'",
        "'a\nb\u001b[31m', 'a?b?[31m'",
        "'a\u0085b\u009b2J\u2028c', 'a?b?2J?c'"
    })
    void anIdentifierDrivesNoTerminal(String identifier, String shown) {
        assertThat(LogFields.printable(identifier)).isEqualTo(shown);
    }
}
