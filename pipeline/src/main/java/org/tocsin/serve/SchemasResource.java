package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import org.apache.avro.Schema;

/** {@code /schemas}: the Avro schemas of the topics. */
final class SchemasResource implements Resource {
    private static final Operation OPERATION = Operation.get(
            "/schemas",
            "The Avro schemas of the topics: names, meaning and addresses.",
            List.of(),
            Reply.ok("The list.", JsonSchemas.with(JsonSchemas.object(), "data", JsonSchemas.list(entry()))),
            Reply.badRequest());

    private static ObjectNode entry() {
        ObjectNode entry = JsonSchemas.with(JsonSchemas.object(), "name", JsonSchemas.text());
        JsonSchemas.with(entry, "doc", JsonSchemas.text());
        return JsonSchemas.with(entry, "href", JsonSchemas.text());
    }

    @Override
    public Operation operation() {
        return OPERATION;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = answer.putArray("data");
        for (Schema schema : Schemas.ofTopics().values()) {
            entries.addObject()
                    .put("name", schema.getName())
                    .put("doc", schema.getDoc())
                    .put("href", "/schemas/" + schema.getName());
        }
        Sending.tagged(ctx, AnswerFormat.JSON.mediaType(), answer);
    }
}
