package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.util.List;

/** {@code /healthz}: the process lives and answers. */
final class HealthResource implements Resource {
    private static final Operation OPERATION = Operation.get(
                    "/healthz",
                    "200 while the process lives.",
                    List.of(),
                    Reply.ok(
                            "It lives.",
                            JsonSchemas.with(JsonSchemas.object(), "status", JsonSchemas.oneOf(List.of("alive")))),
                    Reply.badRequest())
            .forAll();

    @Override
    public Operation operation() {
        return OPERATION;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        Sending.json(
                ctx,
                AnswerFormat.JSON.mediaType(),
                JsonNodeFactory.instance.objectNode().put("status", "alive"));
    }
}
