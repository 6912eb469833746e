package org.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.serve.query.HeldRecords;

/** Requests of every kind that people and machines send by mistake or on purpose: each is answered, none breaks anything. */
class RequestFuzzTest {
    private static final long SEED = Long.getLong("tocsin.fuzz.seed", 1L);
    private static final int REQUESTS = Integer.getInteger("tocsin.fuzz.requests", 5_000);
    private static final Duration LIMIT = Duration.ofSeconds(10);

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
            "2024-11-18",
            "2024-13-45",
            "+999999999-12-31",
            "-9999-01-01",
            "0000-01-01",
            "2024-11-18T25:00:00Z",
            "P7D/..",
            "P999999999Y/..",
            "P7D/2024-11-18",
            "P7D/P7D",
            "PT0S/..",
            "../..",
            "/",
            "//",
            "2024-11-18/2024-11-01",
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
            "MS9ldmVudHMvLXJlcG9ydGVkX2F0L05hTi9lMQ",
            "MS9ldmVudHMvLXJlcG9ydGVkX2F0L3gvZTE",
            "' OR 1=1 --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "${jndi:ldap://x/y}",
            "\u0000",
            "\r\nSet-Cookie: a=b",
            "\u202egnp.exe",
            "\ud83d\ude80",
            "%",
            "x".repeat(3000));

    private final HeldRecords records = new HeldRecords();
    private final Api api = new Api(records.holdings());
    private final Random random = new Random(SEED);

    @BeforeEach
    void fill() {
        CodedNews.into(records);
        for (int i = 0; i < 300; i++) {
            String day = "2024-11-%02d".formatted(1 + i % 28);
            records.add(News.reported(News.strike("e" + i, "a" + i, day, i % 3 == 0 ? null : News.place("UA"))));
            records.add(
                    News.incident("i" + i, day, i % 2 == 0 ? "UA" : "LB", i, i).build());
        }
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void everyRequestIsAnsweredInTimeAndNoneWithAFailure() throws IOException {
        List<Operation> operations =
                Api.resources(records.holdings(), api.meters(), java.util.Optional.empty()).stream()
                        .map(Resource::operation)
                        .toList();
        Map<Integer, Integer> answers = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            String target = target(operations.get(random.nextInt(operations.size())));
            int status = status(target);
            assertThat(status).as("request %d of seed %d: %s", i, SEED, target).isBetween(200, 499);
            answers.merge(status, 1, Integer::sum);
        }

        assertThat(answers).containsKeys(200, 400, 404);
        assertThat(answers.get(200)).isGreaterThan(REQUESTS / 20);
    }

    private String target(Operation operation) {
        String path = OpenApi.path(operation);
        while (path.contains("{")) {
            path = path.replaceFirst("\\{[^}]*}", java.util.regex.Matcher.quoteReplacement(segment()));
        }
        List<String> query = new ArrayList<>();
        List<Parameter<?>> parameters = operation.queryParameters();
        int number = random.nextInt(4);
        for (int i = 0; i < number; i++) {
            boolean known = !parameters.isEmpty() && random.nextInt(10) > 0;
            Parameter<?> parameter = known ? parameters.get(random.nextInt(parameters.size())) : null;
            String name = parameter == null ? written(odd()) : changed(parameter.name());
            String value = parameter != null && random.nextInt(3) > 0 ? parameter.example() : odd();
            query.add(name + "=" + written(value));
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private String segment() {
        String text = switch (random.nextInt(5)) {
            case 0 -> "e" + random.nextInt(400);
            case 1 -> "i" + random.nextInt(400);
            case 2 -> "event-by-time";
            default -> odd();
        };
        String written = written(text);
        return written.isEmpty() ? "x" : written;
    }

    private String changed(String name) {
        return switch (random.nextInt(20)) {
            case 0 -> name.toUpperCase(java.util.Locale.ROOT);
            case 1 -> name.substring(1);
            default -> name;
        };
    }

    private String odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    /** As it goes over the wire: mostly escaped, sometimes escaped twice or cut in the middle of an escape. */
    private String written(String text) {
        String escaped = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return switch (random.nextInt(20)) {
            case 0 -> escaped + "%";
            case 1 -> escaped + "%zz";
            case 2 -> escaped.replace("%", "%25");
            case 3 -> escaped + "%c3%28";
            default -> escaped;
        };
    }

    private int status(String target) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", api.at("/").getPort())) {
            socket.setSoTimeout(Math.toIntExact(LIMIT.toMillis()));
            String accept = random.nextBoolean()
                    ? "*/*"
                    : "text/csv;q=0.5, application/geo+json;q=" + odd().replaceAll("[^ -~]", "");
            String request = "GET " + target + " HTTP/1.1\r\nHost: tocsin\r\nAccept: " + accept
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String first = answer.readLine();
            assertThat(first).as(target).startsWith("HTTP/1.1 ");
            assertThat(answer.lines().noneMatch(line -> line.startsWith("Set-Cookie")))
                    .as(target)
                    .isTrue();
            return Integer.parseInt(first.substring(9, 12));
        }
    }
}
