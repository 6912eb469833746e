package org.tocsin.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What counts as a difference between events. */
class EventComparisonTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final EventComparison ALL = new EventComparison(Set.of());

    private static ObjectNode event(String id, int start) {
        return MAPPER.createObjectNode()
                .put("event_id", id)
                .put("event_type", "strike")
                .put("article_id", "a-1")
                .put("confidence", 0.8)
                .<ObjectNode>set(
                        "place", MAPPER.createObjectNode().put("name", "Lyman").put("country", "UA"))
                .set("evidence_starts", MAPPER.createArrayNode().add(start));
    }

    @Test
    void equalEventsInAnyOrderDoNotDiffer() {
        List<JsonNode> published = List.of(event("e-1", 0), event("e-2", 90));
        List<JsonNode> coded = List.of(event("e-2", 90), event("e-1", 0));

        assertThat(ALL.compare(published, coded)).isEmpty();
    }

    @Test
    void aFieldInsideARecordIsNamedByItsPath() {
        ObjectNode after = event("e-1", 0);
        ((ObjectNode) after.path("place")).put("name", "Liman");

        List<EventDifference> differences = ALL.compare(List.of(event("e-1", 0)), List.of(after));

        assertThat(differences).hasSize(1);
        EventDifference.Changed changed = (EventDifference.Changed) differences.get(0);
        assertThat(changed.fields()).hasSize(1);
        assertThat(changed.fields().get(0).field()).isEqualTo("place.name");
        assertThat(changed.fields().get(0).before().asText()).isEqualTo("Lyman");
        assertThat(changed.fields().get(0).after().asText()).isEqualTo("Liman");
    }

    @Test
    void anEventWhoseIdChangedIsFoundAgainByItsEvidence() {
        List<EventDifference> differences = ALL.compare(List.of(event("e-1", 40)), List.of(event("e-9", 40)));

        assertThat(differences).hasSize(1);
        assertThat(((EventDifference.Changed) differences.get(0)).fields())
                .extracting(EventDifference.FieldDifference::field)
                .containsExactly("event_id");
    }

    @Test
    void eventsOfDifferentTypesAreNeverTheSame() {
        ObjectNode toll = event("e-9", 40).put("event_type", "casualty");

        assertThat(ALL.compare(List.of(event("e-1", 40)), List.of(toll)))
                .extracting(EventDifference::kind)
                .containsExactly("gone", "added");
    }

    @Test
    void oneNewEventStandsForOneOldOneOnly() {
        List<EventDifference> differences =
                ALL.compare(List.of(event("e-1", 40), event("e-2", 40)), List.of(event("e-9", 40)));

        assertThat(differences).extracting(EventDifference::kind).containsExactly("changed", "gone");
    }

    @Test
    void whatIsIgnoredMayDiffer() {
        ObjectNode after = event("e-1", 0).put("confidence", 0.9);

        assertThat(ALL.compare(List.of(event("e-1", 0)), List.of(after))).hasSize(1);
        assertThat(new EventComparison(Set.of("confidence")).compare(List.of(event("e-1", 0)), List.of(after)))
                .isEmpty();
    }

    @Test
    void aFieldOfANewSchemaThatSaysNothingIsNoDifference() {
        ObjectNode after = event("e-1", 0).putNull("weapon");

        assertThat(ALL.compare(List.of(event("e-1", 0)), List.of(after))).isEmpty();
        after.put("weapon", "drone");
        assertThat(ALL.compare(List.of(event("e-1", 0)), List.of(after))).hasSize(1);
    }

    @Test
    void aDifferenceIsWrittenWithWhatItIsAbout() throws JsonProcessingException {
        ObjectNode after = event("e-1", 0).put("confidence", 0.9);

        List<EventDifference> differences = ALL.compare(List.of(event("e-1", 0)), List.of(after));

        assertThat(MAPPER.writeValueAsString(differences.get(0).json()))
                .isEqualTo(
                        "{\"change\":\"changed\",\"event_type\":\"strike\",\"event_id\":\"e-1\",\"article_id\":\"a-1\","
                                + "\"fields\":[{\"field\":\"confidence\",\"before\":0.8,\"after\":0.9}]}");
    }

    @Test
    void countsAreKeptByType() {
        DifferenceCounts counts = new DifferenceCounts();
        ObjectNode changed = event("e-2", 9).put("confidence", 0.1);
        List<JsonNode> coded = List.of(event("e-1", 0), changed, event("e-3", 50));
        List<JsonNode> published = List.of(event("e-1", 0), event("e-2", 9), event("e-4", 70));

        counts.add(List.of("strike", "strike", "strike"), ALL.compare(published, coded));

        assertThat(counts.byType()).containsOnlyKeys("strike");
        assertThat(counts.sum()).isEqualTo(new DifferenceCounts.Row(1, 1, 1, 1));
    }

    @Test
    void boundsAreOffsetsDaysOrTimes() {
        assertThat(Bound.parse("1200")).isEqualTo(new Bound.AtOffset(1200));
        assertThat(Bound.parse("2026-11-18")).isEqualTo(new Bound.AtTime(Instant.parse("2026-11-18T00:00:00Z")));
        assertThat(Bound.parse("2026-11-18T12:00:00+02:00"))
                .isEqualTo(new Bound.AtTime(Instant.parse("2026-11-18T10:00:00Z")));
        assertThatThrownBy(() -> Bound.parse("yesterday")).hasMessageContaining("neither an offset (1200)");
    }
}
