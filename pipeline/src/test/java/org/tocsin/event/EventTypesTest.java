package org.tocsin.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.schema.StatementAct;

class EventTypesTest {
    private static final List<String> SHARED = List.of(
            "event_type",
            "event_id",
            "article_id",
            "url",
            "source",
            "published_at",
            "evidence",
            "spans",
            "place",
            "date",
            "attribution",
            "linked",
            "plover_event",
            "plover_mode",
            "cameo_code",
            "acled_event_type",
            "acled_sub_event_type",
            "confidence",
            "rule");

    static List<EventType<?>> all() {
        return EventTypes.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyTypeHasTheSharedFieldsAndItsOwnNameAsDefault(EventType<?> type) {
        Schema schema = SpecificData.get().getSchema(type.schema());

        assertThat(schema.getFields()).extracting(Schema.Field::name).containsAll(SHARED);
        assertThat(schema.getField("event_type").defaultVal()).isEqualTo(type.name());
        assertThat(EventTypes.named(type.name())).isSameAs(type);
        assertThat(type.extractor().get()).isNotNull();
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNamesThereAre() {
        assertThatThrownBy(() -> EventTypes.named("strikes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("strikes")
                .hasMessageContaining("[casualty, interception, statement, strike, territory]");
    }

    @Test
    void everyActOfSpeechHasCodes() {
        for (StatementAct act : StatementAct.values()) {
            if (act != StatementAct.UNKNOWN) {
                assertThat(OntologyCodes.of("statement", act).cameo())
                        .as("%s", act)
                        .isNotNull();
            }
        }
    }
}
