package org.tocsin.serve;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** {@code /schemas/{name}}: one Avro schema, self-contained. */
final class SchemaResource implements Resource {
    private static final Map<String, Schema> SCHEMAS = Schemas.ofTopics();

    private static final Parameter<String> NAME = Parameter.path("name", "Name of the record.", "Incident");

    private static final Operation OPERATION = Operation.get(
            "/schemas/{name}",
            "The Avro schema of a topic's records, self-contained.",
            List.of(NAME),
            Reply.ok(
                    "The schema.",
                    JsonSchemas.with(JsonSchemas.object(), "fields", JsonSchemas.list(JsonSchemas.object()))),
            Reply.badRequest(),
            Reply.notFound("There is no such schema; the detail names the nearest one."));

    @Override
    public Operation operation() {
        return OPERATION;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        String name = parameters.get(NAME);
        Schema schema = SCHEMAS.get(name);
        if (schema == null) {
            throw Problem.notFound("There is no schema '" + name + "'. Did you mean "
                    + NearMiss.of(name, SCHEMAS.keySet()) + "? There are: " + String.join(", ", SCHEMAS.keySet()));
        }
        Sending.tagged(ctx, AnswerFormat.JSON.mediaType(), (schema + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
