package org.tocsin.serve.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.event.PlainJson;
import org.tocsin.serve.JsonAnswer;
import org.tocsin.serve.Operation;
import org.tocsin.serve.PagingParameters;
import org.tocsin.serve.Parameter;
import org.tocsin.serve.Problem;
import org.tocsin.serve.QueryParameters;
import org.tocsin.serve.Reply;
import org.tocsin.serve.Resource;
import org.tocsin.serve.feed.FeedParameters.Since;

/** {@code /v1/changes}: what changed since a moment or since the last time, one operation a line, to keep a copy up to date. */
public final class ChangesResource implements Resource {
    private static final String NDJSON = "application/x-ndjson";

    private final LiveFeed feed;
    private final Sieves sieves;
    private final Clock clock;

    /**
     * The operation.
     *
     * @param sieves makes what selects
     * @param clock says what today is
     */
    public ChangesResource(LiveFeed feed, Sieves sieves, Clock clock) {
        this.feed = feed;
        this.sieves = sieves;
        this.clock = clock;
    }

    @Override
    public Operation operation() {
        List<Parameter<?>> parameters =
                new ArrayList<>(List.of(FeedParameters.SINCE, FeedParameters.COLLECTION, PagingParameters.LIMIT));
        parameters.addAll(FeedParameters.FILTER);
        return Operation.get(
                "/v1/changes",
                "What changed: items to put and items to delete, one a line, then the cursor for the next request.",
                parameters,
                Reply.ok(
                        "Lines in the order in which they are to be done. Each cursor continues exactly where its page"
                                + " ended.",
                        NDJSON,
                        FeedSchemas.line()),
                Reply.badRequest(),
                Reply.problem(
                        HttpStatus.GONE,
                        "The topics no longer hold what followed the cursor; load the collection anew and begin with"
                                + " since=now."),
                Reply.unavailable());
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        FeedCollection collection = FeedParameters.collection(parameters);
        Since since = parameters
                .find(FeedParameters.SINCE)
                .orElseThrow(
                        () -> Problem.badRequest("The parameter since is missing; give the cursor of the page before,"
                                + " a date-time such as 2024-11-18T07:00:00Z, or now"));
        Sieve sieve = sieves.of(FeedParameters.filter(parameters, clock));
        ChangesPage page = page(collection, since, sieve, parameters.get(PagingParameters.LIMIT));
        StringBuilder lines = new StringBuilder();
        page.edits()
                .forEach(edit ->
                        lines.append(JsonAnswer.line(line(collection, edit))).append('\n'));
        ObjectNode last = JsonNodeFactory.instance
                .objectNode()
                .put("op", "cursor")
                .put("cursor", page.cursor())
                .put("more", page.more());
        lines.append(JsonAnswer.line(last)).append('\n');
        ctx.contentType(NDJSON).result(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private ChangesPage page(FeedCollection collection, Since since, Sieve sieve, int limit) {
        try {
            if (since instanceof Since.Now) {
                return new ChangesPage(List.of(), feed.now(collection), false);
            }
            if (since instanceof Since.Moment from) {
                return feed.changes(collection, from.moment(), sieve, limit);
            }
            return feed.changes(collection, ((Since.Cursor) since).text(), sieve, limit);
        } catch (PositionLost e) {
            throw Problem.of(HttpStatus.GONE, e.getMessage() + "; load the collection anew and begin with since=now");
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("The parameter since is no cursor of " + collection.collection()
                    + "; give the one of the page before, a date-time or now");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The instance stops");
        }
    }

    private static ObjectNode line(FeedCollection collection, Edit edit) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("op", edit instanceof Edit.Upsert ? "upsert" : "delete")
                .put("collection", collection.collection())
                .put("id", edit.id());
        if (edit instanceof Edit.Upsert upsert) {
            line.set("item", PlainJson.of(upsert.item()));
        }
        return line;
    }
}
