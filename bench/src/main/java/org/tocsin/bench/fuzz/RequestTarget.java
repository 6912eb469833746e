package org.tocsin.bench.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.tocsin.article.ArticleIntake;
import org.tocsin.event.EnglishNews;
import org.tocsin.serve.ApiServer;
import org.tocsin.serve.ApiSettings;
import org.tocsin.serve.CodedNews;
import org.tocsin.serve.Resource;
import org.tocsin.serve.Resources;
import org.tocsin.serve.query.HeldRecords;
import org.tocsin.serve.submit.AnswerMemory;
import org.tocsin.serve.submit.ArticleDesk;
import org.tocsin.serve.submit.ArticlesResource;
import org.tocsin.serve.submit.ExtractResource;
import org.tocsin.serve.submit.Extraction;
import org.tocsin.stream.ArticleProducer.Receipt;

/**
 * Requests of every kind that people and machines send by mistake or on purpose, as they go over the wire: each is answered in time, none
 * with a failure of the server, and none writes headers of its own.
 */
final class RequestTarget implements Target {
    private static final Clock NOW = Clock.fixed(Instant.parse("2025-03-14T12:00:00Z"), ZoneOffset.UTC);
    private static final int LONGEST_BODY = 200_000;
    private static final int LIMIT_MILLIS = 20_000;

    private final Extraction extraction = new Extraction(EnglishNews::coder, 2, Duration.ofSeconds(10));
    private final ApiServer server;
    private final RequestMutations requests;

    RequestTarget(TextMutations texts) throws IOException {
        HeldRecords records = new HeldRecords();
        CodedNews.into(records);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List<Resource> resources = new ArrayList<>(Resources.ofState(records.holdings(), NOW));
        resources.addAll(Resources.ofOperation(Optional::empty, meters));
        resources.add(new ArticlesResource(
                new ArticleDesk(
                        new ArticleIntake(),
                        article -> CompletableFuture.completedFuture(new Receipt("articles", 0, 1))),
                new AnswerMemory<>(10, Duration.ofHours(1), NOW),
                LONGEST_BODY,
                Duration.ofSeconds(10)));
        resources.add(new ExtractResource(extraction, LONGEST_BODY, Duration.ofSeconds(10)));
        server = ApiServer.start(ApiSettings.on("127.0.0.1", 0), resources);
        JsonNode document = new JsonMapper().readTree(new URL("http://127.0.0.1:" + server.port() + "/openapi.json"));
        requests = new RequestMutations(document, texts);
    }

    @Override
    public String name() {
        return "request";
    }

    @Override
    public String draw(Random random) {
        return requests.request(random);
    }

    @Override
    public void feed(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String first = answer.readLine();
            List<String> headers = new ArrayList<>();
            for (String line = answer.readLine(); line != null && !line.isEmpty(); line = answer.readLine()) {
                headers.add(line);
            }
            judge(first == null ? "" : first, headers);
            answer.transferTo(Writer.nullWriter()); // to its end, else the limit of the socket is over
        }
    }

    private static void judge(String first, List<String> headers) {
        if (!first.matches("HTTP/1\\.1 [2-5]\\d\\d.*")) {
            throw new Failure("There is no answer in HTTP, but: " + first);
        }
        boolean comeAgain = headers.stream().anyMatch(header -> header.startsWith("Retry-After:"));
        if (first.charAt(9) == '5' && !(first.startsWith("503", 9) && comeAgain)) {
            throw new Failure("The server fails: " + first);
        }
        if (headers.stream().anyMatch(header -> header.startsWith("Set-Cookie") || header.startsWith("X-Fuzz"))) {
            throw new Failure("The request wrote a header of the answer: " + headers);
        }
    }

    @Override
    public void close() {
        server.close();
        extraction.close();
    }
}
