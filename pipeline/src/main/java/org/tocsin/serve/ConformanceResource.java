package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;

/** {@code /v1/conformance}: which parts of OGC API Features are kept to. */
final class ConformanceResource implements Resource {
    private static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";

    private static final Operation OPERATION = Operation.get(
            "/v1/conformance",
            "Which classes of OGC API Features the API conforms to.",
            List.of(),
            Reply.ok(
                    "The classes.",
                    JsonSchemas.with(JsonSchemas.object(), "conformsTo", JsonSchemas.list(JsonSchemas.text()))),
            Reply.badRequest());

    @Override
    public Operation operation() {
        return OPERATION;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putArray("conformsTo").add(FEATURES + "core").add(FEATURES + "geojson");
        Sending.tagged(ctx, AnswerFormat.JSON.mediaType(), answer);
    }
}
