package org.tocsin.event.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.event.CodedCases;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.TerritoryChange;

class TerritoryExtractorTest {
    static List<CodedCases.Case> cases() {
        return CodedCases.of(TerritoryExtractorTest.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsWhoTookOrLeftWhichPlace(CodedCases.Case article) {
        List<TerritoryChange> changes = article.events(TerritoryChange.class);

        boolean withStatus = article.expected().contains(EventStatus.CLAIMED.name());
        String read = changes.stream()
                .map(change -> line(change) + (withStatus ? " " + change.getStatus() : ""))
                .collect(Collectors.joining("; "));
        assertThat(read).isEqualTo(article.expected());
    }

    private static String line(TerritoryChange change) {
        String place = change.getPlace() == null ? "-" : change.getPlace().getName();
        String actor = change.getActor() == null ? "-" : change.getActor().getCountry();
        return change.getChange() + " " + place + " " + actor;
    }
}
