package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.tocsin.serve.access.Scope;

/** What the OpenAPI document says of tokens, their scopes and of refusals. */
final class Security {
    private static final String SCHEME = "token";

    private Security() {}

    /** The one way to say who one is. */
    static void describeScheme(ObjectNode schemes) {
        schemes.putObject(SCHEME)
                .put("type", "http")
                .put("scheme", "bearer")
                .put(
                        "description",
                        "A token of the server's operator, with the scopes read, publish or admin (which holds the"
                                + " others). Where the server has no tokens, none is needed.");
    }

    /** The scope that an operation needs. */
    static void describe(Operation operation, ObjectNode described) {
        Scope scope = operation.scope();
        if (scope == null) {
            described.putArray("security");
        } else {
            described.putArray("security").addObject().putArray(SCHEME).add(scope.label());
        }
    }

    /** The replies to those who may not ask, or ask too much. */
    static List<Reply> refusals(Operation operation) {
        Reply tooMany = Reply.problem(
                HttpStatus.TOO_MANY_REQUESTS, "Too many requests; Retry-After says after how many seconds to ask.");
        Reply unknown = Reply.problem(
                HttpStatus.UNAUTHORIZED, "No token was shown where one is needed, or one that is not good.");
        Scope scope = operation.scope();
        return scope == null
                ? List.of(unknown, tooMany)
                : List.of(
                        unknown,
                        Reply.problem(HttpStatus.FORBIDDEN, "The token has not the scope " + scope.label() + "."),
                        tooMany);
    }
}
