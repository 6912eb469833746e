package org.tocsin.serve.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.incident.Reports;
import org.tocsin.rollup.RollupClock;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.RollupTotals;
import org.tocsin.stream.StoreName;

/** What instances say to each other arrives as it was said. */
class CodecTest {
    private static final Filter EVERYTHING = Filters.of(
            "box",
            new Filter.Box(170, -90, -170.5, 90),
            "from",
            LocalDate.of(2024, 2, 29),
            "to",
            LocalDate.of(2024, 3, 1),
            "eventTypes",
            Set.of("strike"),
            "countries",
            Set.of("UA", "RU"),
            "divisions",
            Set.of("UA-59"),
            "actor",
            "Бук \"quoted\"",
            "target",
            "RU",
            "speaker",
            "peskov",
            "methods",
            Set.of("DRONE"),
            "source",
            "Northline Wire",
            "minKilled",
            3,
            "minInjured",
            0,
            "minConfidence",
            0.7,
            "statuses",
            Set.of("CLAIMED"),
            "updatedSince",
            Instant.parse("2024-02-29T12:00:00.123Z"),
            "asOf",
            Instant.parse("2024-03-01T00:00:00Z"),
            "words",
            Set.of("drone"),
            "articleId",
            "a/1",
            "incidentId",
            "i 1");
    private static final Paging PAGING = new Paging(Paging.Sort.KILLED, Paging.Direction.ASCENDING, 7, "cursor");

    static List<Question> questions() {
        return List.of(
                new Question.Events(EVERYTHING, Set.of("e1", "e2"), PAGING),
                new Question.Incidents(Filter.NONE, new Paging(Paging.Sort.DATE, Paging.Direction.DESCENDING, 1, null)),
                new Question.EventOf("e1"),
                new Question.IncidentOf("i1"),
                new Question.RevisionsOf("i1"),
                new Question.Totals(
                        EVERYTHING,
                        new Aggregation(
                                RollupClock.REPORTED,
                                Aggregation.Bucket.HOUR,
                                List.of(Aggregation.Group.CELL, Aggregation.Group.METHOD),
                                5)),
                new Question.Entry(StoreName.ROLLUPS, "occurred/country/2024-11-18/strike/UA"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aQuestionIsReadAsItWasWritten(Question question) {
        QuestionCodec.Asked asked = new QuestionCodec.Asked(question, Set.of(0, 3));

        assertThat(QuestionCodec.read(QuestionCodec.write(asked))).isEqualTo(asked);
    }

    @Test
    void aReplyIsReadAsItWasWritten() throws IOException {
        EventEnvelope event = new EventEnvelope(
                "e1",
                "strike",
                "a1",
                "UA",
                Instant.parse("2024-02-29T12:00:00Z"),
                null,
                List.of(1, 2),
                Reports.strike("e1", Reports.HLUKHIV).build());
        Reply reply = new Reply(
                "host:8080",
                Set.of(1, 2),
                250,
                4711,
                List.of(new Reply.Found(new Rank(Double.NaN, "e1"), event)),
                List.of(
                        new AggregateRow("2024-11", List.of("UA", "DRONE"), totals(5), null),
                        new AggregateRow("all", List.of(), totals(6), new AggregateRow.Position(50.5, 33.25, 3))),
                List.of(new StoreEntry(JsonNodeFactory.instance.objectNode().put("a", 1), 2, "host:8080")));

        assertThat(ReplyCodec.read(ReplyCodec.write(reply))).isEqualTo(reply);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"question\":{\"ask\":\"sleep\"},\"partitions\":[0]}", "\u0000"})
    void whatIsNoQuestionIsRefused(String text) {
        assertThatThrownBy(() -> QuestionCodec.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RollupTotals totals(long killed) {
        return new RollupTotals(1L, killed, 0L, killed, 0L, 0L, 0L, 0L, 0L);
    }
}
