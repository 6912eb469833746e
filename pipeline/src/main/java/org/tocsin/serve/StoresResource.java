package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import org.tocsin.serve.access.Scope;
import org.tocsin.serve.query.Holdings;

/** {@code /v1/stores}: the names of the state stores, for developers. */
final class StoresResource implements Resource {
    private static final Operation OPERATION = Operation.get(
                    "/v1/stores",
                    "Names of the state stores.",
                    List.of(),
                    Reply.ok(
                            "The names.",
                            JsonSchemas.with(JsonSchemas.object(), "data", JsonSchemas.list(JsonSchemas.text()))),
                    Reply.badRequest())
            .needing(Scope.ADMIN);

    private final Holdings holdings;

    StoresResource(Holdings holdings) {
        this.holdings = holdings;
    }

    @Override
    public Operation operation() {
        return OPERATION;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode names = answer.putArray("data");
        holdings.stores().forEach(names::add);
        Sending.tagged(ctx, AnswerFormat.JSON.mediaType(), answer);
    }
}
