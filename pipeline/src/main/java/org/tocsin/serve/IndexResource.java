package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;

/** {@code /v1}: the paths of the API with their parameters. */
final class IndexResource implements PlainResource {
    private final List<PlainResource> others;

    IndexResource(List<PlainResource> others) {
        this.others = others;
    }

    @Override
    public String path() {
        return "/v1";
    }

    @Override
    public String summary() {
        return "This list.";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public void answer(Context ctx, PlainParameters parameters) {
        ObjectNode index = JsonNodeFactory.instance.objectNode().put("name", "tocsin");
        ArrayNode resources = index.putArray("resources");
        for (PlainResource resource : others) {
            ObjectNode entry =
                    resources.addObject().put("path", resource.path()).put("summary", resource.summary());
            ArrayNode names = entry.putArray("parameters");
            resource.parameters().forEach(names::add);
        }
        Envelope.send(ctx, "application/json", index);
    }
}
