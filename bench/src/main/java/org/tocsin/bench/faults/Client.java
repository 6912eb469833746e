package org.tocsin.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.tocsin.stream.PipelineProcess;

/** A client of the API that asks for the totals of some days and knows the right answer. */
final class Client {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final String path;
    private final Map<String, Long> right;

    /**
     * A client.
     *
     * @param days as the parameter {@code datetime} says them
     * @param right what the totals are
     */
    Client(String days, Map<String, Long> right) {
        this.path = "/v1/aggregates?datetime=" + days;
        this.right = Map.copyOf(right);
    }

    /** What became of a question. */
    enum Answer {
        /** Whole and right. */
        RIGHT,
        /** It says that it is not complete, and holds not more than is true. */
        INCOMPLETE,
        /** No connection, no answer in {@link #PATIENCE}, or 503. */
        REFUSED,
        /** Anything else. */
        WRONG
    }

    /** Asks an instance. */
    Answer ask(PipelineProcess instance) throws InterruptedException {
        URI question = instance.address().resolve(path);
        try {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(question).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            Answer answer = judge(response);
            if (answer == Answer.WRONG) {
                System.err.println("Wrong: " + instance.name() + " answers " + path + " with " + response.statusCode()
                        + " " + response.body() + "; right is " + right);
            }
            return answer;
        } catch (IOException e) {
            return Answer.REFUSED;
        }
    }

    private Answer judge(HttpResponse<String> response) throws IOException {
        if (response.statusCode() == 503) {
            return Answer.REFUSED;
        }
        if (response.statusCode() != 200) {
            return Answer.WRONG;
        }
        JsonNode answer = MAPPER.readTree(response.body());
        JsonNode row = answer.at("/data/0");
        if (answer.at("/meta/complete").asBoolean()) {
            return right.entrySet().stream()
                            .allMatch(sum -> row.path(sum.getKey()).asLong() == sum.getValue())
                    ? Answer.RIGHT
                    : Answer.WRONG;
        }
        return right.entrySet().stream().allMatch(sum -> row.path(sum.getKey()).asLong() <= sum.getValue())
                ? Answer.INCOMPLETE
                : Answer.WRONG;
    }
}
