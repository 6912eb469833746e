package org.tocsin.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.article.NewsArticle;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.Strike;

/** Which strike of a text a toll is linked with, for texts of our own. */
class TollLinksTest {
    private static final Coder CODER = EnglishNews.coder();
    private static final Instant PUBLISHED = Instant.parse("2026-02-17T18:30:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Gunmen attacked an army camp in Gao on Monday. Four soldiers were killed. The attack came after a bus was blown up in Gao. | 4 | camp
            A missile hit a depot in Sumy on Sunday. Two guards died. Hours later a drone hit a clinic in Sumy. | 2 | depot
            A car bomb went off at a bank in Basra on Sunday. Six people were killed. | 6 | bank
            """)
    void tollIsLinkedWithTheStrikeToldRightBeforeIt(String text, int killed, String hit) {
        assertThat(strikesOf(text, killed)).singleElement().asString().contains(hit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            In the house hit by a drone in Odesa on Monday, five people died and 14 are injured. In the missile strike on the port of Odesa two workers died and six are injured. | 5 | 2
            A shell hit a market in Goma on Monday, killing nine people and wounding 20. In the raid on the camp in Goma three people died and seven are injured. | 9 | 3
            """)
    void oneStrikeHasNotTwoTollsThatDifferInDeadAndWounded(String text, int one, int other) {
        assertThat(strikesOf(text, one)).doesNotContainAnyElementsOf(strikesOf(text, other));
    }

    /** The best sentences of the strikes that the toll with so many dead is linked with. */
    private static List<String> strikesOf(String text, int killed) {
        List<EventView> events = code(text);
        List<String> linked = events.stream()
                .filter(view -> view.event() instanceof Casualty toll
                        && toll.getKilled() != null
                        && toll.getKilled().getBest() == killed)
                .flatMap(view -> view.linked().stream())
                .toList();
        return events.stream()
                .filter(view -> view.event() instanceof Strike && linked.contains(view.id()))
                .map(view -> view.id() + " " + view.evidence().get(0))
                .toList();
    }

    private static synchronized List<EventView> code(String text) {
        NewsArticle article = new NewsArticle("case", "", text, PUBLISHED, null, null);
        return CODER.code(article).stream().map(EventView::of).toList();
    }
}
