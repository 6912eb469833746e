package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.util.List;

/** {@code /readyz}: the stream runs and its stores are open, so that queries are answered. */
final class ReadinessResource implements PlainResource {
    private final Stores stores;

    ReadinessResource(Stores stores) {
        this.stores = stores;
    }

    @Override
    public String path() {
        return "/readyz";
    }

    @Override
    public String summary() {
        return "200 when the stream runs and its stores are open, else 503.";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public void answer(Context ctx, PlainParameters parameters) {
        stores.notReady().ifPresent(reason -> {
            throw Problem.unavailable(reason);
        });
        Envelope.send(
                ctx, "application/json", JsonNodeFactory.instance.objectNode().put("status", "ready"));
    }
}
