package org.tocsin.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a server and hands bytes on in both directions; shut, it drops every connection, as a server that is away. */
final class Gate implements AutoCloseable {
    private final URI server;
    private final ServerSocket listener;
    private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
    private final AtomicInteger dropped = new AtomicInteger();
    private volatile boolean shut;

    private Gate(URI server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    /** An open gate, on a free port, before a server. */
    static Gate before(URI server) {
        try {
            Gate gate = new Gate(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            inBackground("gate", gate::accept);
            return gate;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's address through this gate. */
    URI address() {
        return URI.create(server.getScheme() + "://127.0.0.1:" + listener.getLocalPort()
                + (server.getPath() == null ? "" : server.getPath()));
    }

    /** Drops all connections that there are, and those that come. */
    void shut() {
        shut = true;
        passing.forEach(Gate::drop);
    }

    void open() {
        shut = false;
    }

    /** How many connections came while it was shut. */
    int dropped() {
        return dropped.get();
    }

    @Override
    public void close() throws IOException {
        shut();
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                pass(listener.accept());
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void pass(Socket client) throws IOException {
        if (shut) {
            dropped.incrementAndGet();
            drop(client);
            return;
        }
        Socket behind = new Socket(server.getHost(), server.getPort());
        passing.add(client);
        passing.add(behind);
        inBackground("gate in", () -> copy(client, behind));
        inBackground("gate out", () -> copy(behind, client));
        if (shut) {
            shut(); // it was shut meanwhile
        }
    }

    /** Hands on what one side sends until either side is gone, then drops both. */
    private void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of them was dropped; so is the other
        } finally {
            drop(from);
            drop(to);
            passing.remove(from);
            passing.remove(to);
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void inBackground(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
