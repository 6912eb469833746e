package org.tocsin.serve.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.incident.Reports;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Method;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.serve.feed.EventStreamClient.Message;

class StreamResourceTest {
    private static final Duration QUIET = Duration.ofSeconds(15);

    private FeedServer server = new FeedServer(1_000, 10, QUIET);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysHelloThenTellsWhatChangesAndWhatIsGone() throws Exception {
        server.following();
        try (EventStreamClient client = server.stream("")) {
            Message hello = client.take();
            tell(incident("i1", 1, 9).build());
            tell(incident("i1", 2, 11).build());
            tell(incident("i1", 3, 11)
                    .setRevisionStatus(RevisionStatus.RETRACTED)
                    .build());

            assertThat(client.status()).isEqualTo(200);
            assertThat(client.header("Content-Type")).startsWith("text/event-stream");
            assertThat(client.header("Content-Encoding")).isEmpty();
            assertThat(hello.event()).isEqualTo("hello");
            assertThat(hello.id()).isNotBlank();
            assertThat(hello.data().path("collection").asText()).isEqualTo("incidents");
            Message first = client.take();
            assertThat(first.event()).isEqualTo("upsert");
            assertThat(first.data().at("/item/killed/best").asInt()).isEqualTo(9);
            assertThat(client.take().data().at("/item/killed/best").asInt()).isEqualTo(11);
            Message gone = client.take();
            assertThat(gone.event()).isEqualTo("delete");
            assertThat(gone.data().path("id").asText()).isEqualTo("i1");
        }
    }

    @Test
    void goesOnBehindTheLastMessageByHeaderOrParameterAndTheHeaderCountsFirst() throws Exception {
        server.following();
        List<String> missed = new ArrayList<>(List.of("e1", "e2", "e3"));
        String afterFirst;
        String afterSecond;
        try (EventStreamClient client = server.stream("?collection=events")) {
            client.take();
            tellEvent("e1", Method.DRONE);
            tellEvent("e2", Method.DRONE);
            Message first = client.take();
            afterFirst = String.valueOf(first.id());
            missed.remove(first.data().path("id").asText());
            afterSecond = String.valueOf(client.take().id());
        }
        tellEvent("e3", Method.DRONE);

        try (EventStreamClient header = server.resume("?collection=events", afterFirst);
                EventStreamClient parameter = server.stream("?collection=events&last_event_id=" + afterFirst);
                EventStreamClient both = server.resume("?collection=events&last_event_id=" + afterFirst, afterSecond)) {
            assertThat(header.take().id()).isEqualTo(afterFirst);
            assertThat(ids(header, 2)).containsExactlyInAnyOrderElementsOf(missed);
            parameter.take();
            assertThat(ids(parameter, 2)).containsExactlyInAnyOrderElementsOf(missed);
            both.take();
            assertThat(ids(both, 1)).containsExactly("e3");
        }
    }

    @Test
    void onlyWhatMeetsTheFilterIsToldAndWhatStopsToMeetItIsDeleted() throws Exception {
        server.following();
        try (EventStreamClient client = server.stream("?collection=events&method=DRONE&country=UA")) {
            client.take();
            tellEvent("e1", Method.MISSILE);
            tellEvent("e2", Method.DRONE);
            server.source.events.append(
                    "e2",
                    Reports.strike("e2", Reports.HLUKHIV)
                            .setMethod(Method.ROCKET)
                            .build(),
                    false);

            Message upsert = client.take();
            assertThat(upsert.event()).isEqualTo("upsert");
            assertThat(upsert.data().path("id").asText()).isEqualTo("e2");
            assertThat(client.take().event()).isEqualTo("delete");
        }
    }

    @Test
    void aCommentComesWhenNothingElseDoesAndMovesTheIdOverWhatWasLeftOut() throws Exception {
        server.close();
        server = new FeedServer(1_000, 10, Duration.ofMillis(50)).following();
        try (EventStreamClient client = server.stream("?collection=events&method=DRONE")) {
            Message hello = client.take();
            client.awaitComment();
            assertThat(client.lastId()).isEqualTo(Optional.ofNullable(hello.id()));

            tellEvent("e1", Method.MISSILE);
            int comments = 0;
            while (client.lastId().equals(Optional.ofNullable(hello.id())) && comments < 200) {
                client.awaitComment();
                comments++;
            }

            assertThat(client.lastId()).contains(server.feed.now(FeedCollection.EVENTS));
            tellEvent("e2", Method.DRONE);
            assertThat(client.take().data().path("id").asText()).isEqualTo("e2");
        }
    }

    @Test
    void aReaderThatIsSlowerThanChangesComeIsToldSoAndLetGo() throws Exception {
        server.close();
        server = new FeedServer(50, 10, QUIET).following();
        String text = "x".repeat(50_000);
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.setSoTimeout(20_000);
            socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
            socket.getOutputStream()
                    .write("GET /v1/stream?collection=events HTTP/1.1\r\nHost: x\r\n\r\n"
                            .getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            assertThat(readUntil(in, "event: hello")).contains("200 OK");
            // who was overtaken before the first change is led through the past instead of being cut
            tellEvent("first", Method.DRONE);
            assertThat(readUntil(in, "\"first\"")).contains("event: upsert");
            for (int i = 0; i < 1_000; i++) {
                server.source.events.append(
                        "e" + i,
                        Reports.strike("e" + i, Reports.HLUKHIV)
                                .setEvidence(List.of(text))
                                .build(),
                        true);
            }
            String end = server.source.events.topics.write(end());
            FeedServer.await(() -> server.feed.now(FeedCollection.EVENTS).equals(end));

            assertThat(readUntil(in, "event: cut")).doesNotContain("and there it ended");

            assertThat(readUntil(in, "\n\n")).contains("more slowly", "last_event_id");
        }
    }

    @Test
    void aPositionOfTopicsThatAreGoneIsTold() throws Exception {
        server.following();
        String elsewhere = new FeedTopics(
                        FeedCollection.INCIDENTS,
                        List.of(new FeedTopics.Source("other", org.apache.kafka.common.Uuid.randomUuid(), 2)))
                .write(new Position(new long[] {1, 1}));
        try (EventStreamClient client = server.resume("", elsewhere)) {
            Message reset = client.take();

            assertThat(reset.event()).isEqualTo("reset");
            assertThat(reset.data().path("reason").asText()).contains("no longer there");
            assertThat(client.take().event()).isEqualTo("hello");
            tell(incident("i1", 1, 9).build());
            assertThat(client.take().event()).isEqualTo("upsert");
        }
    }

    @Test
    void aPositionThatWasDeletedFromTheTopicsIsTold() throws Exception {
        String beginning = server.source.incidents.topics.write(new Position(new long[] {0, 0}));
        for (int i = 0; i < 50; i++) {
            tell(incident("i" + i, 1, 1).build());
        }
        server.source.incidents.keep(1);
        server.following();

        try (EventStreamClient client = server.resume("", beginning)) {
            client.take();
            Message reset = client.take();
            assertThat(reset.event()).isEqualTo("reset");
            assertThat(reset.data().path("reason").asText()).contains("deleted");
            assertThat(client.take().event()).isEqualTo("hello");
        }
    }

    @Test
    void whoIsOneTooManyIsAskedToComeAgain() throws Exception {
        server.close();
        server = new FeedServer(100, 1, QUIET).following();
        try (EventStreamClient first = server.stream("")) {
            first.take();
            try (EventStreamClient second = server.stream("")) {
                assertThat(second.status()).isEqualTo(503);
                assertThat(second.header("Retry-After")).isNotBlank();
                assertThat(second.body()).contains("1 subscribers");
            }
        }
    }

    @Test
    void beforeTheTopicsAreFollowedAskersAreAskedToComeAgain() throws Exception {
        try (EventStreamClient early = server.stream("")) {
            assertThat(early.status()).isEqualTo(503);
            assertThat(early.header("Retry-After")).isNotBlank();
        }
    }

    @Test
    void theEndOfTheInstanceIsTold() throws Exception {
        server.following();
        try (EventStreamClient client = server.stream("")) {
            client.take();
            server.feed.close();

            Message end = client.take();
            assertThat(end.event()).isEqualTo("end");
            assertThat(end.data().path("last_event_id").asText()).isEqualTo(end.id());
            assertThat(client.next()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ?collection=articles         | Did you mean
        ?collection=Events           | events
        ?last_event_id=nonsense      | begin with what comes now
        ?as_of=2026-11-20T12:00:00Z  | There is no parameter 'as_of'
        ?incident_id=i1              | There is no parameter 'incident_id'
        ?country=ua                  | UA
        """)
    void aWrongParameterIsA400(String query, String hint) throws Exception {
        server.following();
        try (EventStreamClient client = server.stream(query)) {
            assertThat(client.status()).isEqualTo(400);
            assertThat(client.body()).containsIgnoringCase(hint);
        }
    }

    private Position end() {
        TopicLog log = server.source.events;
        return new Position(log.topics.partitions().stream().mapToLong(log::end).toArray());
    }

    private static String readUntil(InputStream in, String wanted) throws Exception {
        StringBuilder read = new StringBuilder();
        int b = in.read();
        while (b >= 0) {
            read.append((char) b);
            if (b == wanted.charAt(wanted.length() - 1) && read.toString().endsWith(wanted)) {
                return read.toString();
            }
            if (read.length() > 200_000) {
                read.delete(0, 100_000);
            }
            b = in.read();
        }
        return read + " (and there it ended)";
    }

    private static List<String> ids(EventStreamClient client, int count) throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(client.take().data().path("id").asText());
        }
        return ids;
    }

    private void tell(Incident incident) {
        server.source.incidents.append(incident.getIncidentId(), incident, false);
    }

    private void tellEvent(String id, Method method) {
        SpecificRecord strike =
                Reports.strike(id, Reports.HLUKHIV).setMethod(method).build();
        server.source.events.append(id, strike, true);
    }

    private static Incident.Builder incident(String id, int revision, int killed) {
        return Incident.newBuilder()
                .setIncidentId(id)
                .setEventType("strike")
                .setRevision(revision)
                .setRevisionStatus(revision == 1 ? RevisionStatus.NEW : RevisionStatus.UPDATED)
                .setKilled(Reports.exactly(killed));
    }
}
