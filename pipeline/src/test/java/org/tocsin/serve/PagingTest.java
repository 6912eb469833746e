package org.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Strike;
import org.tocsin.serve.query.HeldRecords;

/** Pages while events come and go: each event that was there all the time is on exactly one page. */
class PagingTest {
    private static final int STABLE = 400;
    private static final int PAGE = 23;
    private static final int CHANGES_BETWEEN_PAGES = 20;

    private final HeldRecords records = new HeldRecords();
    private final Api api = new Api(records.holdings());
    private final AtomicLong changes = new AtomicLong();
    private final AtomicBoolean done = new AtomicBoolean();

    @AfterEach
    void stop() {
        done.set(true);
        api.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-reported_at", "reported_at", "-date", "confidence", "-killed", "updated_at"})
    @Timeout(60)
    void eachStableEventIsOnExactlyOnePage(String sort) throws Exception {
        IntStream.range(0, STABLE).forEach(number -> records.add(event("k-stable", number)));
        Thread writer = new Thread(this::change, "writer");
        writer.start();

        List<String> seen = new ArrayList<>();
        String path = "/v1/events?sort=" + sort + "&limit=" + PAGE;
        String next = "";
        do {
            awaitChanges();
            JsonNode page = api.json(path + (next.isEmpty() ? "" : "&cursor=" + next));
            seen.addAll(Api.ids(page, "event_id"));
            next = page.at("/meta/next").isNull() ? "" : page.at("/meta/next").asText();
            assertThat(seen).hasSizeLessThan(20 * STABLE);
        } while (!next.isEmpty());
        done.set(true);
        writer.join();

        assertThat(seen.stream().filter(id -> id.startsWith("k-stable")))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, STABLE)
                        .mapToObj(number -> "k-stable" + number)
                        .toList());
        assertThat(changes.get()).isGreaterThan(STABLE / PAGE * CHANGES_BETWEEN_PAGES);
    }

    @Test
    void aCursorIsRefusedInAnotherOrderAndCollection() throws Exception {
        IntStream.range(0, 5).forEach(number -> records.add(event("k-stable", number)));
        String cursor = api.json("/v1/events?limit=2").at("/meta/next").asText();

        assertThat(api.get("/v1/events?limit=2&cursor=" + cursor).statusCode()).isEqualTo(200);
        assertThat(api.json("/v1/events?sort=date&cursor=" + cursor)
                        .path("detail")
                        .asText())
                .contains("of the order -reported_at");
        assertThat(api.json("/v1/incidents?cursor=" + cursor).path("detail").asText())
                .contains("of events");
    }

    private void change() {
        Random random = new Random(7);
        List<EventEnvelope> standing = new ArrayList<>();
        for (int number = 0; !done.get(); number++) {
            if (standing.size() > 200 || random.nextInt(3) == 0 && !standing.isEmpty()) {
                records.delete(standing.remove(random.nextInt(standing.size())));
            } else {
                // anywhere in the order of identifiers, so that nobody has to read on after a front that moves
                EventEnvelope event = event(Integer.toString(random.nextInt(36 * 36), 36) + "-passing-", number);
                standing.add(event);
                records.add(event);
            }
            changes.incrementAndGet();
        }
    }

    private void awaitChanges() {
        long least = changes.get() + CHANGES_BETWEEN_PAGES;
        while (changes.get() < least) {
            Thread.onSpinWait();
        }
    }

    /** Many share a day, a time and a confidence, so that the order has ties. */
    private static EventEnvelope event(String kind, int number) {
        Strike strike =
                News.strike(kind + number, "a" + number, "2024-11-%02d".formatted(1 + number % 9), News.place("UA"));
        strike.put("confidence", 0.1 * (number % 7));
        return News.reported(strike);
    }
}
