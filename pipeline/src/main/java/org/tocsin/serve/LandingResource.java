package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Stream;

/** {@code /v1}: where everything is, for people and for clients of OGC API Features. */
final class LandingResource implements Resource {
    private static final Operation OPERATION = Operation.get(
                    "/v1",
                    "Where everything is: the operations with their parameters, and the links of an OGC API Features"
                            + " landing page.",
                    List.of(),
                    Reply.ok("The landing page.", schema()),
                    Reply.badRequest())
            .forAll();

    private final List<Operation> operations;

    /**
     * Lists itself and others.
     *
     * @param others in the order of the documentation
     */
    LandingResource(List<Operation> others) {
        this.operations = Stream.concat(Stream.of(OPERATION), others.stream()).toList();
    }

    private static ObjectNode schema() {
        ObjectNode resource = JsonSchemas.with(JsonSchemas.object(), "method", JsonSchemas.text());
        JsonSchemas.with(resource, "path", JsonSchemas.text());
        JsonSchemas.with(resource, "summary", JsonSchemas.text());
        JsonSchemas.with(resource, "parameters", JsonSchemas.list(JsonSchemas.text()));
        ObjectNode landing = JsonSchemas.with(JsonSchemas.object(), "title", JsonSchemas.text());
        JsonSchemas.with(landing, "description", JsonSchemas.text());
        JsonSchemas.with(landing, "links", JsonSchemas.list(JsonSchemas.reference("Link")));
        return JsonSchemas.with(landing, "resources", JsonSchemas.list(resource));
    }

    @Override
    public Operation operation() {
        return OPERATION;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        Links links = new Links(ctx);
        ObjectNode landing = JsonNodeFactory.instance
                .objectNode()
                .put("title", "Tocsin")
                .put("description", "Typed, located, counted, corrected conflict events from the news.");
        String json = AnswerFormat.JSON.mediaType();
        landing.putArray("links")
                .add(Links.link("self", links.root() + "/v1", json))
                .add(Links.link("service-desc", links.root() + OpenApiResource.PATH, OpenApiResource.MEDIA_TYPE))
                .add(Links.link("service-doc", links.root() + DocsResource.PATH, "text/html"))
                .add(Links.link("conformance", links.root() + "/v1/conformance", json))
                .add(Links.link("data", links.root() + "/v1/collections", json));
        ArrayNode resources = landing.putArray("resources");
        for (Operation each : operations) {
            ObjectNode entry = resources
                    .addObject()
                    .put("method", each.method().name())
                    .put("path", OpenApi.path(each))
                    .put("summary", each.summary());
            ArrayNode names = entry.putArray("parameters");
            each.queryParameters().forEach(parameter -> names.add(parameter.name()));
        }
        Sending.tagged(ctx, json, landing);
    }
}
