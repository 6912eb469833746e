package org.tocsin.event.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.event.CaseSentences;
import org.tocsin.schema.TerritoryChange;
import org.tocsin.schema.TerritoryChangeKind;

final class TerritoryExtractorTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsWhoTakesEntersOrLeavesWhichPlace(String text, String expected) {
        List<TerritoryChange> events = CaseSentences.events(TerritoryChange.class, text);

        String told = events.isEmpty()
                ? "nothing"
                : events.stream().map(TerritoryExtractorTest::told).collect(Collectors.joining(" + "));
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void pointsToTheWordsOfEveryFilledField() {
        String text = "M23 rebels seized Goma on Monday, residents said.";

        TerritoryChange event =
                CaseSentences.events(TerritoryChange.class, text).get(0);

        assertThat(event.getSpans())
                .extracting(span -> span.getField() + "=" + text.substring(span.getStart(), span.getEnd()))
                .contains("actor=M23 rebels", "change=seized", "place=Goma", "date=Monday");
        assertThat(event.getRule()).isEqualTo("territory: seize");
    }

    @Test
    void takesThePlaceOfThePointedTownFromTheSentenceBefore() {
        String text = "Fighting went on around Goma on Sunday. M23 rebels then seized the city.";

        List<TerritoryChange> events = CaseSentences.events(TerritoryChange.class, text);

        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.getChange()).isEqualTo(TerritoryChangeKind.CAPTURE);
            assertThat(CaseSentences.told(event.getPlace())).isEqualTo("Goma");
        });
    }

    @Test
    void makesOneEventOfTwoMentionsOfOneCapture() {
        String text = "M23 rebels seized Goma on Monday. The capture of Goma by M23 fighters shocked the region.";

        List<TerritoryChange> events = CaseSentences.events(TerritoryChange.class, text);

        assertThat(events).hasSize(1);
    }

    @Test
    void readsWhoAPronounStandsFor() {
        String text = "M23 rebels seized Goma on Monday. They are now moving on Bukavu.";

        List<TerritoryChange> events = CaseSentences.events(TerritoryChange.class, text);

        assertThat(events).extracting(TerritoryExtractorTest::told).contains("ADVANCE M23 Bukavu OCCURRED");
    }

    static Stream<Arguments> cases() {
        return CaseSentences.of(TerritoryExtractorTest.class, "territory-cases.tsv");
    }

    private static String told(TerritoryChange event) {
        return event.getChange() + " " + CaseSentences.told(event.getActor()) + " "
                + CaseSentences.told(event.getPlace()) + " " + event.getStatus();
    }
}
