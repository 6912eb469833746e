package org.tocsin.serve;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The parameters of one request, every one known and given once. Whatever is wrong with them is a {@link Problem} 400. */
public final class QueryParameters {
    private final Map<String, String> texts = new HashMap<>();

    /**
     * Takes the parameters of a request.
     *
     * @param query the values of each parameter of the query
     * @param path the values of the segments of the path
     * @param operation what it knows
     */
    QueryParameters(Map<String, List<String>> query, Map<String, String> path, Operation operation) {
        List<String> known =
                operation.queryParameters().stream().map(Parameter::name).toList();
        query.forEach((name, values) -> texts.put(name, single(name, values, known)));
        texts.putAll(path);
    }

    static QueryParameters of(Context ctx, Operation operation) {
        return new QueryParameters(ctx.queryParamMap(), ctx.pathParamMap(), operation);
    }

    private static String single(String name, List<String> values, List<String> known) {
        if (!known.contains(name)) {
            throw Problem.badRequest(unknown(name, known));
        }
        if (values.size() != 1) {
            throw Problem.badRequest("The parameter " + name + " is given " + values.size() + " times");
        }
        if (values.get(0).isBlank()) {
            throw Problem.badRequest("The parameter " + name + " has no value");
        }
        return values.get(0);
    }

    private static String unknown(String name, List<String> known) {
        if (known.isEmpty()) {
            return "There is no parameter '" + name + "'; this resource takes none";
        }
        return "There is no parameter '" + name + "'. Did you mean " + NearMiss.of(name, known) + "? There are: "
                + String.join(", ", new TreeSet<>(known));
    }

    /** The value of a parameter, where it is given or has one by default. */
    public <T> Optional<T> find(Parameter<T> parameter) {
        String text = texts.get(parameter.name());
        return text == null ? Optional.ofNullable(parameter.byDefault()) : Optional.of(parameter.read(text));
    }

    /** The value of a parameter that is always given (a segment of the path) or has a value by default. */
    public <T> T get(Parameter<T> parameter) {
        return find(parameter)
                .orElseThrow(() -> new IllegalStateException(
                        "The parameter " + parameter.name() + " has no value by default; ask with find"));
    }
}
