package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.util.List;

/** {@code /healthz}: the process lives and answers. */
final class HealthResource implements PlainResource {
    @Override
    public String path() {
        return "/healthz";
    }

    @Override
    public String summary() {
        return "200 while the process lives.";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public void answer(Context ctx, PlainParameters parameters) {
        Envelope.send(
                ctx, "application/json", JsonNodeFactory.instance.objectNode().put("status", "alive"));
    }
}
