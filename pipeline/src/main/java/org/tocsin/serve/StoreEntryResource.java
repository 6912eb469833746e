package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.tocsin.serve.access.Scope;
import org.tocsin.serve.query.Answered;
import org.tocsin.serve.query.Holdings;
import org.tocsin.serve.query.StoreEntry;
import org.tocsin.stream.StoresUnavailable;

/** {@code /v1/stores/{name}/{key}}: one record of a state store, for developers. */
final class StoreEntryResource implements Resource {
    private static final Parameter<String> NAME = Parameter.path("name", "Name of the store.", "incident-by-country");

    private static final Parameter<String> KEY =
            Parameter.path("key", "The whole key; it may hold slashes.", "UA/strike-1");

    private static final Operation OPERATION = Operation.get(
                    "/v1/stores/{name}/<key>",
                    "One record of a state store, with the partition and the instance that hold it.",
                    List.of(NAME, KEY),
                    Reply.ofState(
                            Reply.ok("The record in plain JSON.", schema()),
                            Reply.notFound("There is no such store, or no record of this key in it.")))
            .needing(Scope.ADMIN);

    private final Holdings holdings;

    StoreEntryResource(Holdings holdings) {
        this.holdings = holdings;
    }

    private static ObjectNode schema() {
        ObjectNode entry = JsonSchemas.object();
        JsonSchemas.with(entry, "value", JsonSchemas.any());
        JsonSchemas.with(entry, "partition", JsonSchemas.wholeNumber());
        JsonSchemas.with(entry, "instance", JsonSchemas.text());
        return Replies.data(entry, "Meta");
    }

    @Override
    public Operation operation() {
        return OPERATION;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        String store = parameters.get(NAME);
        String key = parameters.get(KEY);
        if (!holdings.stores().contains(store)) {
            throw Problem.notFound("There is no store '" + store + "'. Did you mean "
                    + NearMiss.of(store, holdings.stores()) + "? There are: " + String.join(", ", holdings.stores()));
        }
        Answered<Optional<StoreEntry>> answer = holdings.entry(store, key);
        StoreEntry entry = answer.value()
                .orElseThrow(() -> missing(store, key, answer.coverage().complete()));
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set("value", entry.value());
        data.put("partition", entry.partition()).put("instance", entry.instance());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", data);
        body.set("meta", ItemResource.meta(answer.coverage()));
        if (!Sending.isKnown(ctx, Sending.tag(Sending.bytes(data)))) {
            Sending.json(ctx, AnswerFormat.JSON.mediaType(), body);
        }
    }

    private static RuntimeException missing(String store, String key, boolean complete) {
        return complete
                ? Problem.notFound("The store " + store + " has no record of the key '" + key + "'")
                : new StoresUnavailable(
                        "The part of the store " + store + " that may hold '" + key + "' cannot be read now");
    }
}
