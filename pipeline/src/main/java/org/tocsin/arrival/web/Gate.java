package org.tocsin.arrival.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way out: a proxy on the loopback interface that looks up a host, checks its addresses and connects to one of those that it
 * checked. A client that looked up the name itself could be answered differently the second time (DNS rebinding). TLS passes through
 * it unopened. Each connection serves one request.
 */
final class Gate implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
    private static final int LONGEST_HEAD = 32 * 1024;
    private static final int CONNECT_MILLIS = 10_000;
    private static final int SILENCE_MILLIS = 60_000;

    private final Reach reach;
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "feed-gate");
        thread.setDaemon(true);
        return thread;
    });

    private Gate(Reach reach, ServerSocket listener) {
        this.reach = reach;
        this.listener = listener;
    }

    /** Opens a gate on a free port of this machine. */
    static Gate open(Reach reach) throws IOException {
        Gate gate = new Gate(reach, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        gate.threads.execute(gate::accept);
        return gate;
    }

    /** Where clients find it. */
    InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    LOG.warn("The way to the feeds failed to take a connection: {}", e.toString());
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(SILENCE_MILLIS);
            Head head = Head.read(client.getInputStream());
            try (Socket server = connect(head.host(), head.port())) {
                server.setSoTimeout(SILENCE_MILLIS);
                exchange(head, client, server);
            } catch (NoWay e) {
                LOG.debug("The way to a feed ended: {}", e.toString());
                client.getOutputStream()
                        .write(ascii("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
            }
        } catch (IOException e) {
            LOG.debug("The way to a feed ended: {}", e.toString());
        }
    }

    private void exchange(Head head, Socket client, Socket server) throws IOException {
        if (head.isTunnel()) {
            client.getOutputStream().write(ascii("HTTP/1.1 200 Connected\r\n\r\n"));
        } else {
            server.getOutputStream().write(head.forServer());
        }
        threads.execute(() -> pass(client, server));
        try {
            server.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // an answer that broke off must not look like one that ended
            client.setSoLinger(true, 0);
            throw e;
        }
    }

    /** No connection to the server was made. */
    private static final class NoWay extends IOException {
        private static final long serialVersionUID = 1L;

        NoWay(IOException cause) {
            super(cause);
        }
    }

    private static void pass(Socket client, Socket server) {
        try {
            client.getInputStream().transferTo(server.getOutputStream());
            server.shutdownOutput();
        } catch (IOException e) {
            LOG.debug("The way to a feed ended: {}", e.toString()); // the other direction closes both
        }
    }

    private Socket connect(String host, int port) throws NoWay {
        IOException last = new IOException("the host has no address");
        try {
            for (InetAddress address : reach.resolve(host)) {
                Socket socket = new Socket();
                try {
                    socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
                    return socket;
                } catch (IOException e) {
                    socket.close();
                    last = e;
                }
            }
        } catch (IOException e) {
            last = e;
        }
        throw new NoWay(last);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The head of a request to a proxy. */
    private record Head(String method, String target, String version, String fields) {
        static Head read(InputStream in) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            String text = "";
            while (!text.endsWith("\r\n\r\n")) {
                int b = in.read();
                if (b < 0 || bytes.size() > LONGEST_HEAD) {
                    throw new IOException("the head of the request is cut off or too long");
                }
                bytes.write(b);
                text = b == '\n' ? bytes.toString(StandardCharsets.ISO_8859_1) : "";
            }
            String[] parts = text.split("\r\n", 2);
            String[] line = parts[0].split(" ", 3);
            if (line.length != 3) {
                throw new IOException("the request does not begin as one");
            }
            return new Head(line[0], line[1], line[2], parts[1]);
        }

        boolean isTunnel() {
            return method.equals("CONNECT");
        }

        private URI uri() throws IOException {
            try {
                return URI.create(isTunnel() ? "https://" + target : target);
            } catch (IllegalArgumentException e) {
                throw new IOException("the request names no address", e);
            }
        }

        String host() throws IOException {
            String host = uri().getHost();
            if (host == null) {
                throw new IOException("the request names no host");
            }
            return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        }

        int port() throws IOException {
            int port = uri().getPort();
            return port >= 0 ? port : isTunnel() ? 443 : 80;
        }

        /** The head as the server is to read it: path in place of the address, one request a connection. */
        byte[] forServer() throws IOException {
            String path = uri().getRawPath();
            String query = uri().getRawQuery();
            String kept = Stream.of(fields.split("\r\n"))
                    .filter(field -> !field.isEmpty()
                            && !field.toLowerCase(java.util.Locale.ROOT).matches("(proxy-)?connection:.*"))
                    .collect(Collectors.joining("\r\n"));
            return ascii(
                    method + " " + (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query)
                            + " " + version + "\r\n" + kept + "\r\nConnection: close\r\n\r\n");
        }
    }
}
