package org.tocsin.event.interception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.event.CaseSentences;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Count;
import org.tocsin.schema.InterceptedKind;
import org.tocsin.schema.Interception;

final class InterceptionExtractorTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsWhatWasBroughtDownByWhomAndWhere(String text, String expected) {
        List<Interception> events = CaseSentences.events(Interception.class, text);

        String told = events.isEmpty()
                ? "nothing"
                : events.stream().map(InterceptionExtractorTest::told).collect(Collectors.joining(" + "));
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void pointsToTheWordsOfEveryFilledField() {
        String text = "Of 88 drones sent at Odesa on Monday, 61 were shot down, according to the Ukrainian Air Force.";

        Interception event = CaseSentences.events(Interception.class, text).get(0);

        assertThat(event.getSpans())
                .extracting(span -> span.getField() + "=" + text.substring(span.getStart(), span.getEnd()))
                .contains("count=61", "launched=88", "what=drones", "place=Odesa", "by=Ukrainian Air Force");
        assertThat(event.getEvidence()).containsExactly(text);
        assertThat(event.getRule()).isEqualTo("interception: shoot down");
    }

    @Test
    void makesOneEventOfTwoMentionsOfOneInterception() {
        String text =
                "Russian air defences shot down 14 drones over Voronezh overnight, the defence ministry in Moscow said.\n\n"
                        + "The 14 drones were destroyed over Voronezh before dawn.";

        List<Interception> events = CaseSentences.events(Interception.class, text);

        assertThat(events).hasSize(1);
        assertThat(events.get(0).getEvidence()).hasSize(2);
    }

    @Test
    void tellsTheLaunchedTotalOfTheSentenceBefore() {
        String text =
                "Iran fired 30 ballistic missiles at Haifa on Thursday. The Israeli army intercepted 26 missiles.";

        Interception event = CaseSentences.events(Interception.class, text).get(0);

        assertThat(event.getWhat()).isEqualTo(InterceptedKind.MISSILE);
        assertThat(best(event.getCount())).isEqualTo("26");
        assertThat(best(event.getLaunched())).isEqualTo("30");
    }

    static Stream<Arguments> cases() {
        return CaseSentences.of(InterceptionExtractorTest.class, "interception-cases.tsv");
    }

    private static String told(Interception event) {
        return event.getWhat() + " " + best(event.getCount()) + " of " + best(event.getLaunched()) + " by "
                + CaseSentences.told(event.getBy()) + " at " + CaseSentences.told(event.getPlace()) + " "
                + event.getStatus();
    }

    private static String best(@Nullable Count count) {
        if (count == null || count.getBest() == null) {
            return "-";
        }
        return count.getBest() + (count.getBound() == Bound.AT_LEAST ? "+" : "");
    }
}
