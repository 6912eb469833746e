package org.tocsin.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventIdsTest {
    @Test
    void theSameFieldsOfTheSameArticleGiveTheSameIdentifierOnEveryRun() {
        String first = new EventIds("a1", "strike").next("Gao", null, "Mali");

        String second = new EventIds("a1", "strike").next("Gao", null, "Mali");

        assertThat(second).isEqualTo(first).matches("strike-[0-9a-f]{20}");
    }

    @Test
    void equalFieldsWithinOneArticleAreToldApartByTheirOrder() {
        EventIds ids = new EventIds("a1", "strike");

        assertThat(ids.next("Gao")).isNotEqualTo(ids.next("Gao"));
    }

    @Test
    void otherArticlesAndOtherFieldsGiveOtherIdentifiers() {
        String id = new EventIds("a1", "strike").next("Gao", "Mali");

        assertThat(new EventIds("a2", "strike").next("Gao", "Mali")).isNotEqualTo(id);
        assertThat(new EventIds("a1", "strike").next("Gao", null)).isNotEqualTo(id);
        assertThat(new EventIds("a1", "strike").next("GaoMali")).isNotEqualTo(id);
    }
}
