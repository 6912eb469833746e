package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Predicate;
import org.tocsin.serve.query.ClusterHoldings;
import org.tocsin.serve.query.Peers;

/** {@code /internal/v1/questions}: what the other instances ask this one about its share of the state. Not part of the API. */
public final class InstancesResource implements Resource {
    private static final String BYTES = "application/octet-stream";

    private final ClusterHoldings holdings;
    private final Predicate<String> knows;

    private InstancesResource(ClusterHoldings holdings, Predicate<String> knows) {
        this.holdings = holdings;
        this.knows = knows;
    }

    /** The route of instances that show a secret; whoever does not know it is refused. */
    public static InstancesResource with(ClusterHoldings holdings, String secret) {
        byte[] expected = secret.getBytes(StandardCharsets.UTF_8);
        return new InstancesResource(
                holdings, shown -> MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.UTF_8)));
    }

    /** The route where everybody who reaches the API may do everything. */
    public static InstancesResource open(ClusterHoldings holdings) {
        return new InstancesResource(holdings, shown -> true);
    }

    /** No route: callers are told apart, and instances have nothing to show. */
    public static InstancesResource closed(ClusterHoldings holdings) {
        return new InstancesResource(holdings, shown -> false);
    }

    @Override
    public Operation operation() {
        Operation.Body body = new Operation.Body(
                "A question of another instance.",
                List.of(new Reply.Content("application/json", JsonNodeFactory.instance.objectNode())));
        return Operation.post(
                Peers.PATH,
                "What this instance's own share of the state says, for the other instances.",
                List.of(),
                body,
                Reply.ok("Its share of the answer.", BYTES, JsonNodeFactory.instance.objectNode()),
                Reply.badRequest(),
                Reply.problem(HttpStatus.FORBIDDEN, "The caller does not know the secret of the instances."),
                Reply.unavailable());
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        String shown = ctx.header(Peers.TOKEN_HEADER);
        if (!knows.test(shown == null ? "" : shown)) {
            throw Problem.of(
                    HttpStatus.FORBIDDEN,
                    "This path is for the other instances, which share the secret of the setting"
                            + " tocsin.api.internal.token; the API is at /v1");
        }
        byte[] reply;
        try {
            reply = holdings.answer(ctx.bodyAsBytes());
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
        ctx.contentType(BYTES).result(reply);
    }
}
