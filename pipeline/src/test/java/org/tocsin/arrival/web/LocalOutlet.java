package org.tocsin.arrival.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A web server on this machine that answers as it is told, and remembers what it was asked. */
public final class LocalOutlet implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> agents = Collections.synchronizedList(new ArrayList<>());

    /** How a path is answered. */
    public interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private LocalOutlet(HttpServer server) {
        this.server = server;
    }

    public static LocalOutlet start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LocalOutlet outlet = new LocalOutlet(server);
        server.createContext("/", outlet::answer);
        server.start();
        return outlet;
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** A path has a document. */
    public void serve(String path, String type, byte[] body) {
        answers.put(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    public void serve(String path, String type, String body) {
        serve(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A path is answered in any way. */
    public void answer(String path, Answer answer) {
        answers.put(path, answer);
    }

    public void answerStatus(String path, int status) {
        answers.put(path, exchange -> exchange.sendResponseHeaders(status, -1));
    }

    /** The paths that were asked for, in order, without robots.txt. */
    public List<String> asked() {
        return asked.stream().filter(path -> !path.equals("/robots.txt")).toList();
    }

    public List<String> agents() {
        return agents;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
        try (exchange) {
            answers.getOrDefault(path, missing -> missing.sendResponseHeaders(404, -1))
                    .give(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
