package org.tocsin.serve.submit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.serve.JsonAnswer;
import org.tocsin.serve.JsonSchemas;
import org.tocsin.serve.Operation;
import org.tocsin.serve.Parameter;
import org.tocsin.serve.Problem;
import org.tocsin.serve.QueryParameters;
import org.tocsin.serve.Reply;
import org.tocsin.serve.Resource;
import org.tocsin.serve.access.Scope;
import org.tocsin.serve.submit.AnswerMemory.Outcome;

/** {@code POST /v1/articles}: publishes articles for whoever has no Kafka client. What is accepted, Kafka has confirmed. */
public final class ArticlesResource implements Resource {
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final Parameter<String> KEY = Parameter.header(
            "Idempotency-Key",
            "Any text of at most 255 characters; a request with the same key and body is answered, but not done again.",
            "batch-2024-11-18-1");
    private static final int LONGEST_KEY = 255;

    private final ArticleDesk desk;
    private final AnswerMemory<Receipts> memory;
    private final int mostBytes;
    private final Duration patience;

    /**
     * The operation.
     *
     * @param desk takes articles
     * @param memory of requests with a key
     * @param mostBytes longest body
     * @param patience how long a body may take to come
     */
    public ArticlesResource(ArticleDesk desk, AnswerMemory<Receipts> memory, int mostBytes, Duration patience) {
        this.desk = desk;
        this.memory = memory;
        this.mostBytes = mostBytes;
        this.patience = patience;
    }

    @Override
    public Operation operation() {
        return Operation.post(
                        "/v1/articles",
                        "Publishes articles to be coded: one JSON object, or one a line.",
                        List.of(KEY),
                        new Operation.Body(
                                "An article, or one a line; at most " + mostBytes + " bytes together.",
                                List.of(
                                        new Reply.Content(JSON, ArticleSchemas.article()),
                                        new Reply.Content(
                                                NDJSON,
                                                JsonSchemas.described(ArticleSchemas.article(), "Each line.")))),
                        new Reply(
                                HttpStatus.ACCEPTED,
                                "At least one article was accepted: Kafka has confirmed it. Each line is told by"
                                        + " itself.",
                                List.of(new Reply.Content(JSON, ArticleSchemas.receipts()))),
                        Reply.problem(
                                HttpStatus.BAD_REQUEST,
                                "No article is valid; errors tells of each line what is wrong."),
                        Reply.problem(HttpStatus.REQUEST_TIMEOUT, "The body took too long to come."),
                        Reply.problem(HttpStatus.CONTENT_TOO_LARGE, "The body is longer than the server takes."),
                        Reply.problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is neither JSON nor NDJSON."),
                        Reply.problem(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "The Idempotency-Key was used before with another body."),
                        Reply.problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "Kafka confirms nothing now; Retry-After says after how many seconds to send again."))
                .needing(Scope.PUBLISH);
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        String type = BoundedBody.mediaType(ctx, List.of(JSON, NDJSON));
        String key = key(ctx);
        byte[] body = BoundedBody.read(ctx, mostBytes, patience);
        Receipts receipts = key == null ? take(type, body) : takeOnce(ctx, key, type, body);
        if (receipts.accepted() > 0) {
            ctx.status(HttpStatus.ACCEPTED);
            JsonAnswer.send(ctx, JSON, answer(receipts));
        } else if (receipts.isKafkaAway()) {
            throw Problem.unavailable("Kafka did not confirm any of the articles; send them again");
        } else {
            refuse(ctx, receipts);
        }
    }

    private Receipts take(String type, byte[] body) {
        return type.equals(NDJSON) ? desk.takeLines(body) : desk.take(body);
    }

    private Receipts takeOnce(Context ctx, String key, String type, byte[] body) {
        try {
            Outcome<Receipts> outcome =
                    memory.answer(key, hash(type, body), () -> take(type, body), receipts -> !receipts.isKafkaAway());
            if (outcome instanceof Outcome.Remembered<Receipts> remembered) {
                ctx.header("Idempotent-Replayed", "true");
                return remembered.answer();
            }
            if (outcome instanceof Outcome.Done<Receipts> done) {
                return done.answer();
            }
            throw Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "This Idempotency-Key was used before with another body; give each request a key of its own");
        } catch (TooBusy e) {
            throw Problem.unavailable(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The instance stops");
        }
    }

    private static @Nullable String key(Context ctx) {
        String key = ctx.header(KEY.name());
        if (key == null || key.isBlank()) {
            return null;
        }
        if (key.length() > LONGEST_KEY) {
            throw Problem.badRequest(
                    "The header " + KEY.name() + " has " + key.length() + " characters; the limit is " + LONGEST_KEY);
        }
        return key;
    }

    private static ObjectNode answer(Receipts receipts) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode data = answer.putArray("data");
        receipts.lines().forEach(line -> data.add(line(line)));
        answer.putObject("meta")
                .put("accepted", receipts.accepted())
                .put("refused", receipts.lines().size() - receipts.accepted());
        return answer;
    }

    private static ObjectNode line(Receipts.Line line) {
        ObjectNode told = JsonNodeFactory.instance.objectNode().put("line", line.line());
        if (line instanceof Receipts.Accepted accepted) {
            return told.put("id", accepted.id())
                    .put("topic", accepted.receipt().topic())
                    .put("partition", accepted.receipt().partition())
                    .put("offset", accepted.receipt().offset());
        }
        HttpStatus status = line instanceof Receipts.Invalid ? HttpStatus.BAD_REQUEST : HttpStatus.SERVICE_UNAVAILABLE;
        told.putObject("error")
                .put("type", "about:blank")
                .put("title", status.getMessage())
                .put("status", status.getCode())
                .put("detail", reason(line));
        return told;
    }

    private static String reason(Receipts.Line line) {
        return line instanceof Receipts.Invalid invalid
                ? "The article cannot be taken: " + invalid.reason()
                : ((Receipts.NotConfirmed) line).reason();
    }

    private static void refuse(Context ctx, Receipts receipts) {
        String detail = receipts.lines().isEmpty()
                ? "The body holds no article"
                : reason(receipts.lines().get(0))
                        + (receipts.lines().size() == 1 ? "" : "; none of the others can be taken either");
        ObjectNode problem = JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", HttpStatus.BAD_REQUEST.getMessage())
                .put("status", HttpStatus.BAD_REQUEST.getCode())
                .put("detail", detail);
        ArrayNode errors = problem.putArray("errors");
        receipts.lines().forEach(line -> errors.add(line(line)));
        ctx.status(HttpStatus.BAD_REQUEST);
        JsonAnswer.send(ctx, "application/problem+json", problem);
    }

    private static String hash(String type, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(type.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which each must have", e);
        }
    }
}
