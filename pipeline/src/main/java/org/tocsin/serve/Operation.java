package org.tocsin.serve;

import io.javalin.http.HandlerType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.serve.access.Scope;

/**
 * What a {@link Resource} declares of itself.
 *
 * @param method GET or POST
 * @param path as OpenAPI and Javalin write it, for example {@code /v1/events/{event_id}}
 * @param summary what it answers, in one sentence
 * @param parameters those of path, query and header in the order of the documentation; each name once
 * @param body what the request carries; null for none
 * @param replies what it answers; those of errors included
 * @param scope what a caller's token must be good for; null: nobody needs one
 */
public record Operation(
        HandlerType method,
        String path,
        String summary,
        List<Parameter<?>> parameters,
        @Nullable Body body,
        List<Reply> replies,
        @Nullable Scope scope) {
    /** What the paths begin with that are for the other instances alone. */
    static final String INTERNAL = "/internal/";

    /** Keeps copies of the lists. */
    public Operation {
        parameters = List.copyOf(parameters);
        replies = List.copyOf(replies);
    }

    /** A GET operation for those who may read. */
    public static Operation get(
            String path, String summary, List<? extends Parameter<?>> parameters, Reply... replies) {
        return new Operation(
                HandlerType.GET, path, summary, List.copyOf(parameters), null, List.of(replies), Scope.READ);
    }

    /** A POST operation for those who may read. */
    public static Operation post(
            String path, String summary, List<? extends Parameter<?>> parameters, Body body, Reply... replies) {
        return new Operation(
                HandlerType.POST, path, summary, List.copyOf(parameters), body, List.of(replies), Scope.READ);
    }

    /** This operation for those whose token is good for a scope. */
    public Operation needing(Scope needed) {
        return new Operation(method, path, summary, parameters, body, replies, needed);
    }

    /** This operation for everybody: it tells nothing of what the state holds. */
    public Operation forAll() {
        return new Operation(method, path, summary, parameters, body, replies, null);
    }

    /** Whether it is for those who ask, not for the other instances alone. */
    boolean isPublic() {
        return !path.startsWith(INTERNAL);
    }

    /** The parameters of the query. */
    public List<Parameter<?>> queryParameters() {
        return parameters.stream()
                .filter(parameter -> parameter.location() == Parameter.Location.QUERY)
                .toList();
    }

    /**
     * What a request carries.
     *
     * @param description what it is, and how large it may be
     * @param content each media type that is understood, with the schema of its content
     */
    public record Body(String description, List<Reply.Content> content) {
        /** Keeps a copy of the content. */
        public Body {
            content = List.copyOf(content);
        }
    }
}
