package org.tocsin.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Requests out of what the API's own document tells of its operations, with values that stand at limits. Text of ISO 8859-1, a byte a character. */
final class RequestMutations {
    private static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "2147483647",
            "2147483648",
            "99999999999999999999",
            "1e309",
            "NaN",
            "Infinity",
            "0.5",
            "true",
            "null",
            "UA",
            "ua",
            "UA-59",
            "XX-999",
            "strike",
            "strike,,casualty",
            "STRIKE",
            "DRONE",
            "2025-03-12",
            "2025-13-45",
            "+999999999-12-31",
            "-9999-01-01",
            "0000-01-01",
            "2025-03-12T25:00:00Z",
            "P7D/..",
            "P999999999Y/..",
            "P7D/2025-03-12",
            "P7D/P7D",
            "PT0S/..",
            "../..",
            "/",
            "//",
            "2025-03-12/2025-03-01",
            "1,2,3,4",
            "170,-10,-170,10",
            "-180,-90,180,90",
            "1,2,3",
            ",,,",
            "1,2,3,4,5,6",
            "country",
            "country,event_type",
            "cell",
            "cell,cell",
            "json",
            "csv",
            "geojson",
            "ndjson",
            "-reported_at",
            "killed",
            "Zm9v",
            "' OR 1=1 --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "${jndi:ldap://x/y}",
            "\u0000",
            "\r\nX-Fuzz: a",
            "\u202egnp.exe",
            "\ud83d\ude80",
            "%",
            "x".repeat(3000));

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-ndjson",
            "application/json; charset=utf-16",
            "text/plain",
            "",
            "*/*",
            "a/b;q=\u00ff");

    private final List<Operation> operations = new ArrayList<>();
    private final TextMutations texts;

    /** An operation: its method, path, and parameters of its query with an example each. */
    private record Operation(String method, String path, List<String[]> parameters) {}

    /**
     * Requests of an API.
     *
     * @param document its description in OpenAPI
     * @param texts for bodies
     */
    RequestMutations(JsonNode document, TextMutations texts) {
        this.texts = texts;
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
                    List<String[]> parameters = new ArrayList<>();
                    for (JsonNode parameter : method.getValue().path("parameters")) {
                        if (parameter.path("in").asText().equals("query")) {
                            parameters.add(new String[] {parameter.path("name").asText(), example(parameter)});
                        }
                    }
                    operations.add(new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), parameters));
                }));
        if (operations.size() < 10) {
            throw new IllegalStateException("The API describes only " + operations.size() + " operations");
        }
    }

    private static String example(JsonNode parameter) {
        JsonNode example = parameter.path("example");
        if (example.isArray()) {
            List<String> items = new ArrayList<>();
            example.forEach(item -> items.add(item.asText()));
            return String.join(",", items);
        }
        return example.asText();
    }

    String request(Random random) {
        Operation operation = any(random, operations);
        String method =
                random.nextInt(30) == 0 ? any(random, List.of("PUT", "HEAD", "get", "OPTIONS", "")) : operation.method;
        StringBuilder request =
                new StringBuilder(method + " " + target(random, operation) + " HTTP/1.1\r\nHost: tocsin\r\n");
        if (random.nextBoolean()) {
            request.append("Accept: text/csv;q=0.5, application/geo+json;q=")
                    .append(any(random, ODD).replaceAll("[^ -~]", ""))
                    .append("\r\n");
        }
        request.append("Connection: close\r\n");
        if (!operation.method.equals("POST")) {
            return request.append("\r\n").toString();
        }
        byte[] body = body(random);
        if (random.nextInt(4) == 0) {
            request.append("Idempotency-Key: ").append(random.nextInt(20)).append("\r\n");
        }
        return request.append("Content-Type: ")
                .append(random.nextInt(3) > 0 ? TYPES.get(random.nextInt(2)) : any(random, TYPES))
                .append("\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n\r\n")
                .append(new String(body, StandardCharsets.ISO_8859_1))
                .toString();
    }

    private String target(Random random, Operation operation) {
        StringBuilder path = new StringBuilder();
        for (String segment : operation.path.split("(?<=/)")) {
            path.append(
                    segment.startsWith("{")
                            ? written(random, segment(random)) + (segment.endsWith("/") ? "/" : "")
                            : segment);
        }
        List<String> query = new ArrayList<>();
        for (int number = random.nextInt(4); number > 0; number--) {
            boolean known = !operation.parameters.isEmpty() && random.nextInt(10) > 0;
            String[] parameter =
                    known ? any(random, operation.parameters) : new String[] {any(random, ODD), any(random, ODD)};
            String value = random.nextInt(3) > 0
                    ? parameter[1]
                    : parameter[0].equals("cursor") ? cursor(random) : any(random, ODD);
            query.add(written(random, name(random, parameter[0])) + "=" + written(random, value));
        }
        return query.isEmpty() ? path.toString() : path + "?" + String.join("&", query);
    }

    private static String segment(Random random) {
        return random.nextInt(3) == 0 ? "event-by-time" : any(random, ODD) + "x";
    }

    private static String name(Random random, String name) {
        return random.nextInt(20) > 0 || name.isEmpty()
                ? name
                : random.nextBoolean() ? name.toUpperCase(Locale.ROOT) : name.substring(1);
    }

    /** What a cursor looks like inside, with parts that are wrong. */
    private static String cursor(Random random) {
        List<String> parts = new ArrayList<>(List.of("1", "events", "-reported_at", "2025-03-12T09:00:00Z", "e1"));
        parts.set(random.nextInt(parts.size()), any(random, ODD));
        byte[] bytes = String.join("/", parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(random.nextBoolean() ? bytes : ByteMutations.changed(random, bytes));
    }

    private byte[] body(Random random) {
        ObjectNode article = JsonNodeFactory.instance.objectNode();
        article.put("id", random.nextInt(5) == 0 ? any(random, ODD) : "a" + random.nextInt(10));
        article.put("text", texts.text(random));
        article.put("published", random.nextInt(3) == 0 ? any(random, ODD) : "2025-03-12");
        if (random.nextInt(5) == 0) {
            article.put(any(random, ODD), random.nextInt());
        }
        if (random.nextInt(20) == 0) {
            article.set("title", JsonNodeFactory.instance.arrayNode().add(1));
        }
        String json = random.nextInt(40) == 0 ? "[".repeat(20_000) : article.toString();
        byte[] bytes = (random.nextBoolean() ? json : json + "\n" + json).getBytes(StandardCharsets.UTF_8);
        return random.nextInt(3) == 0 ? ByteMutations.changed(random, bytes) : bytes;
    }

    /** As it goes over the wire: mostly escaped, sometimes escaped twice or cut in the middle of an escape. */
    private static String written(Random random, String text) {
        String escaped = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return switch (random.nextInt(20)) {
            case 0 -> escaped + "%";
            case 1 -> escaped + "%zz";
            case 2 -> escaped.replace("%", "%25");
            case 3 -> escaped + "%c3%28";
            default -> escaped;
        };
    }

    private static <T> T any(Random random, List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
