package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.event.EventTypes;

/** The trace of an article's publisher goes on. */
class TraceContextTest {
    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @TempDir
    private Path state;

    private static Headers traced() {
        return new RecordHeaders()
                .add("traceparent", PARENT.getBytes(StandardCharsets.UTF_8))
                .add("tracestate", "desk=1".getBytes(StandardCharsets.UTF_8));
    }

    private static void carriesTheTrace(List<Map<String, String>> written) {
        assertThat(written)
                .isNotEmpty()
                .allSatisfy(headers ->
                        assertThat(headers).containsEntry("traceparent", PARENT).containsEntry("tracestate", "desk=1"));
    }

    @Test
    void eventsIncidentsRevisionsAndDeadLettersCarryIt() {
        try (TestStream stream = new TestStream(state)) {
            stream.publish("a1", "strike Hlukhiv", traced());
            stream.publish("a2", "crash", traced());

            carriesTheTrace(stream.headers(stream.topics.eventsOf(EventTypes.named("strike"))));
            carriesTheTrace(stream.headers(stream.topics.incidents()));
            carriesTheTrace(stream.headers(stream.topics.incidentRevisions()));
            carriesTheTrace(stream.headers(stream.topics.deadLetters()));
        }
    }
}
