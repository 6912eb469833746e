package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;

/** {@code /openapi.json}: the contract of the API. */
final class OpenApiResource implements Resource {
    static final String PATH = "/openapi.json";
    static final String MEDIA_TYPE = "application/vnd.oai.openapi+json;version=3.1";

    static final Operation OPERATION = Operation.get(
                    PATH,
                    "This contract, as an OpenAPI 3.1 document.",
                    List.of(),
                    Reply.ok(
                            "The document.",
                            MEDIA_TYPE,
                            JsonSchemas.with(JsonSchemas.object(), "openapi", JsonSchemas.pattern("3\\.1\\.[0-9]+"))),
                    Reply.badRequest())
            .forAll();

    private final ObjectNode document;

    OpenApiResource(ObjectNode document) {
        this.document = document;
    }

    @Override
    public Operation operation() {
        return OPERATION;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        Sending.tagged(ctx, MEDIA_TYPE, document);
    }
}
