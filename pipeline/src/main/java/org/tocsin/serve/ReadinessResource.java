package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /readyz}: the stream runs and its stores are open, so that queries are answered. */
final class ReadinessResource implements Resource {
    private static final Operation OPERATION = Operation.get(
                    "/readyz",
                    "200 when the stream runs and its stores are open, else 503.",
                    List.of(),
                    Reply.ok(
                            "It is ready.",
                            JsonSchemas.with(JsonSchemas.object(), "status", JsonSchemas.oneOf(List.of("ready")))),
                    Reply.badRequest(),
                    Reply.unavailable())
            .forAll();

    private final Supplier<Optional<String>> notReady;

    /**
     * Answers for a pipeline.
     *
     * @param notReady why its state cannot be read now; empty when it can
     */
    ReadinessResource(Supplier<Optional<String>> notReady) {
        this.notReady = notReady;
    }

    @Override
    public Operation operation() {
        return OPERATION;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        notReady.get().ifPresent(reason -> {
            throw Problem.unavailable(reason);
        });
        Sending.json(
                ctx,
                AnswerFormat.JSON.mediaType(),
                JsonNodeFactory.instance.objectNode().put("status", "ready"));
    }
}
