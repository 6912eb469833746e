package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses of an answer and of those beside it. */
final class Links {
    private final Context ctx;

    /** Links from a request. */
    Links(Context ctx) {
        this.ctx = ctx;
    }

    /** A link as OGC API Features writes it. */
    static ObjectNode link(String rel, String href, String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("href", href)
                .put("rel", rel)
                .put("type", type);
    }

    /** The address of this answer. */
    String self() {
        return root() + ctx.path() + query(ctx.queryParamMap());
    }

    /** The page that a cursor stands for, without the host. */
    String relative(String cursor) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(ctx.queryParamMap());
        parameters.put(PagingParameters.CURSOR.name(), List.of(cursor));
        return ctx.path() + query(parameters);
    }

    /** The page that a cursor stands for. */
    String absolute(String cursor) {
        return root() + relative(cursor);
    }

    /** Where the API is, as the caller names it: {@code http://host:port}. */
    String root() {
        return ctx.scheme() + "://" + ctx.host();
    }

    private static String query(Map<String, List<String>> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .flatMap(entry ->
                                entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
