package org.tocsin.serve.submit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.article.ArticleIntake;
import org.tocsin.article.NewsArticle;
import org.tocsin.article.Submission;
import org.tocsin.event.PlainJson;
import org.tocsin.serve.JsonAnswer;
import org.tocsin.serve.JsonSchemas;
import org.tocsin.serve.Operation;
import org.tocsin.serve.Problem;
import org.tocsin.serve.QueryParameters;
import org.tocsin.serve.Reply;
import org.tocsin.serve.Resource;

/** {@code POST /v1/extract}: a text in, its events out; nothing is stored. */
public final class ExtractResource implements Resource {
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain";
    /** UTF-8 takes at most three bytes for a UTF-16 code unit; JSON may escape each as six. */
    private static final int BYTES_A_CHARACTER = 6;

    private static final String ID = "text";

    private final Extraction extraction;
    private final int mostCharacters;
    private final Duration patience;

    /**
     * The operation.
     *
     * @param extraction reads texts
     * @param mostCharacters longest text
     * @param patience how long a body may take to come
     */
    public ExtractResource(Extraction extraction, int mostCharacters, Duration patience) {
        this.extraction = extraction;
        this.mostCharacters = mostCharacters;
        this.patience = patience;
    }

    @Override
    public Operation operation() {
        ObjectNode events = JsonSchemas.object();
        JsonSchemas.with(events, "data", JsonSchemas.list(JsonSchemas.reference("Event")));
        ObjectNode meta = JsonSchemas.object();
        JsonSchemas.with(meta, "count", JsonSchemas.wholeNumber());
        JsonSchemas.with(meta, "characters", JsonSchemas.wholeNumber());
        JsonSchemas.with(events, "meta", meta);
        return Operation.post(
                "/v1/extract",
                "The events that a text reports, read by the pipeline's own coder; nothing is stored.",
                List.of(),
                new Operation.Body(
                        "An article of which only the text is required, or the text alone; at most " + mostCharacters
                                + " characters.",
                        List.of(
                                new Reply.Content(JSON, ArticleSchemas.text()),
                                new Reply.Content(TEXT, JsonSchemas.text()))),
                Reply.ok(
                        "Events as their topics carry them; evidence_starts and spans are offsets in the text (UTF-16"
                                + " code units).",
                        events),
                Reply.problem(HttpStatus.BAD_REQUEST, "The text cannot be read; the detail says what would be right."),
                Reply.problem(HttpStatus.REQUEST_TIMEOUT, "The body took too long to come."),
                Reply.problem(HttpStatus.CONTENT_TOO_LARGE, "The text is longer than the server takes."),
                Reply.problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is neither JSON nor plain text."),
                Reply.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "All coders are at work, or the text takes too long; Retry-After says when to ask again."));
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        NewsArticle article = article(ctx);
        List<SpecificRecord> events;
        try {
            events = extraction.events(article);
        } catch (TooBusy e) {
            throw Problem.unavailable(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The instance stops");
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode data = answer.putArray("data");
        events.forEach(event -> data.add(PlainJson.of(event)));
        answer.putObject("meta")
                .put("count", events.size())
                .put("characters", article.text().length());
        JsonAnswer.send(ctx, JSON, answer);
    }

    private NewsArticle article(Context ctx) {
        String type = BoundedBody.mediaType(ctx, List.of(JSON, TEXT));
        byte[] body = BoundedBody.read(ctx, Math.multiplyExact(mostCharacters, BYTES_A_CHARACTER), patience);
        byte[] json = type.equals(TEXT) ? asJson(body) : body;
        Submission submission = Submission.read(json, ID, new ArticleIntake(mostCharacters));
        if (submission instanceof Submission.Refused refused) {
            throw Problem.badRequest("The text cannot be read: " + refused.reason());
        }
        return ((Submission.Accepted) submission).article();
    }

    private static byte[] asJson(byte[] text) {
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
            ObjectNode article = JsonNodeFactory.instance.objectNode().put("text", decoded);
            return JsonAnswer.line(article).getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw Problem.badRequest("The text cannot be read: it is not valid UTF-8");
        }
    }
}
