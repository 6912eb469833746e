package org.tocsin.serve.topics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import org.tocsin.serve.JsonAnswer;
import org.tocsin.serve.JsonSchemas;
import org.tocsin.serve.Operation;
import org.tocsin.serve.QueryParameters;
import org.tocsin.serve.Reply;
import org.tocsin.serve.Resource;

/** {@code /asyncapi.json}: the topics for those who read and write them with their own tools. */
public final class AsyncApiResource implements Resource {
    private final ObjectNode document;

    /** Answers a document, see {@link AsyncApiDocument}. */
    public AsyncApiResource(ObjectNode document) {
        this.document = document.deepCopy();
    }

    @Override
    public Operation operation() {
        ObjectNode answer = JsonSchemas.with(JsonSchemas.object(), "asyncapi", JsonSchemas.oneOf(List.of("3.0.0")));
        for (String part : List.of("info", "channels", "operations", "components")) {
            JsonSchemas.with(answer, part, JsonSchemas.object());
        }
        return Operation.get(
                "/asyncapi.json",
                "The Kafka topics with their keys, schemas and headers, as an AsyncAPI 3.0 document.",
                List.of(),
                Reply.ok("An AsyncAPI 3.0 document.", answer),
                Reply.badRequest());
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        JsonAnswer.send(ctx, "application/json", document);
    }
}
