package org.tocsin.bench.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The way to a broker through this process, which can be cut: connections stay open and nothing comes through, as when a cable is pulled;
 * new ones are taken and stay silent too. When it is mended, all connections of before are closed.
 */
final class Detour implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final ServerSocket door;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "detour");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean cut;

    /** A way to a port of this machine. */
    Detour(int port) {
        this.port = port;
        try {
            this.door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("There is no free port for a proxy", e);
        }
        workers.execute(this::accept);
    }

    /** The port to come to. */
    int port() {
        return door.getLocalPort();
    }

    /** Lets nothing through from now on. */
    void cut() {
        cut = true;
    }

    /** Lets new connections through again. */
    void mend() {
        cut = false;
        closeAll();
    }

    @Override
    public void close() {
        closeQuietly(door);
        closeAll();
        workers.shutdownNow();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                workers.execute(() -> join(client));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException("The proxy takes no connections any more", e);
                }
            }
        }
    }

    private void join(Socket client) {
        if (cut) {
            return; // kept open, silent, until it is mended
        }
        try {
            Socket broker = new Socket(InetAddress.getLoopbackAddress(), port);
            open.add(broker);
            workers.execute(() -> copy(client, broker));
            copy(broker, client);
        } catch (IOException e) {
            forget(client); // the broker is away, which the client sees as such
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                if (!cut) {
                    to.getOutputStream().write(buffer, 0, read);
                }
            }
        } catch (IOException e) {
            // one side has closed it; so is the other now
        } finally {
            if (!cut) {
                forget(from);
                forget(to);
            }
        }
    }

    private void closeAll() {
        Set.copyOf(open).forEach(this::forget);
    }

    private void forget(Socket socket) {
        open.remove(socket);
        closeQuietly(socket);
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException("A connection of the proxy cannot be closed", e);
        }
    }
}
