package org.tocsin.event.interception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.event.CodedCases;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Interception;

class InterceptionExtractorTest {
    static List<CodedCases.Case> cases() {
        return CodedCases.of(InterceptionExtractorTest.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhatWasBroughtDownByWhom(CodedCases.Case article) {
        List<Interception> interceptions = article.events(Interception.class);

        boolean withStatus = article.expected().contains(EventStatus.CLAIMED.name());
        String read = interceptions.stream()
                .map(interception -> line(interception) + (withStatus ? " " + interception.getStatus() : ""))
                .collect(Collectors.joining("; "));
        assertThat(read).isEqualTo(article.expected());
    }

    private static String line(Interception interception) {
        String count = interception.getCount() == null
                ? "-"
                : String.valueOf(interception.getCount().getBest());
        String launched = interception.getLaunched() == null
                ? ""
                : "/" + interception.getLaunched().getBest();
        String by = interception.getBy() == null ? "-" : interception.getBy().getCountry();
        return interception.getWhat() + " " + count + launched + " " + by;
    }
}
