package org.tocsin.serve.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.PlainJson;
import org.tocsin.serve.JsonAnswer;
import org.tocsin.serve.feed.Subscription.Step;

/**
 * Writes a subscription as server-sent events: {@code hello} first, then {@code upsert} and {@code delete}, a comment line when
 * nothing was sent for a while, and {@code reset}, {@code cut} or {@code end} where it cannot simply go on. Used by one thread.
 */
final class EventStreamWriter {
    private static final int RECONNECT_MILLIS = 2_000;

    private final OutputStream out;
    private final Duration heartbeat;
    private long lastWritten = System.nanoTime();
    private @Nullable String told;

    /**
     * A writer.
     *
     * @param out the answer; what is flushed is sent
     * @param heartbeat a comment line is sent when nothing was for so long
     */
    EventStreamWriter(OutputStream out, Duration heartbeat) {
        this.out = out;
        this.heartbeat = heartbeat;
    }

    /** Says where the stream begins. */
    void hello(FeedCollection collection, String position) throws IOException {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("collection", collection.collection());
        write("retry: " + RECONNECT_MILLIS + "\n" + message("hello", position, data), position);
    }

    /** Says that what lies between could not be told, so that what the reader holds must be loaded anew. */
    void reset(String reason) throws IOException {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("reason", reason);
        write(message("reset", null, data), null);
    }

    /**
     * Writes until the stream ends.
     *
     * @throws IOException if the reader is gone
     * @throws PositionLost if what comes next is no longer there
     */
    void follow(Subscription subscription) throws IOException, InterruptedException {
        while (true) {
            Step step = subscription.next(untilHeartbeat());
            if (step instanceof Step.Edits some) {
                send(some.edits());
                beat(subscription.position());
            } else {
                last(step, subscription.position());
                return;
            }
        }
    }

    private void send(List<Edit> edits) throws IOException {
        if (edits.isEmpty()) {
            return;
        }
        StringBuilder messages = new StringBuilder();
        for (Edit edit : edits) {
            ObjectNode data = JsonNodeFactory.instance.objectNode().put("id", edit.id());
            if (edit instanceof Edit.Upsert upsert) {
                data.set("item", PlainJson.of(upsert.item()));
                messages.append(message("upsert", edit.position(), data));
            } else {
                messages.append(message("delete", edit.position(), data));
            }
        }
        write(messages.toString(), edits.get(edits.size() - 1).position());
    }

    /** A comment keeps the connection; an id without data moves the place from which the reader would go on. */
    private void beat(String position) throws IOException {
        if (untilHeartbeat().isZero()) {
            String moved = position.equals(told) ? "" : "id: " + position + "\n";
            write(": alive\n" + moved + "\n", position);
        }
    }

    private void last(Step step, String position) throws IOException {
        boolean cut = step instanceof Step.Cut;
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put(
                        "reason",
                        cut
                                ? "You read more slowly than changes come; connect again to go on from here, or ask"
                                        + " for less"
                                : "This instance stops; connect again to go on from here")
                .put("last_event_id", position);
        write(message(cut ? "cut" : "end", position, data), position);
    }

    private Duration untilHeartbeat() {
        long left = heartbeat.toNanos() - (System.nanoTime() - lastWritten);
        return Duration.ofNanos(Math.max(0, left));
    }

    private void write(String text, @Nullable String position) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        lastWritten = System.nanoTime();
        told = position == null ? told : position;
    }

    /** JSON on one line holds no line breaks, so that one data line is enough. */
    private static String message(String event, @Nullable String id, ObjectNode data) {
        return (id == null ? "" : "id: " + id + "\n") + "event: " + event + "\ndata: " + JsonAnswer.line(data) + "\n\n";
    }
}
