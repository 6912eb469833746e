package org.tocsin.bench.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.stream.JavaProcess;

/** One broker of the cluster, with the way to it through a proxy. */
final class Node implements AutoCloseable {
    private static final List<String> JAVA = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final int id;
    private final Path directory;
    private final String clusterId;
    private final List<Integer> controllers;
    private final int port = Ports.free();
    private final int detourPort = Ports.free();
    private final Detour detour = new Detour(detourPort);
    private JavaProcess process;

    /**
     * Starts it; returns at once.
     *
     * @param id from 1 on
     * @param controllers ports of the controllers of all nodes, this one's at its number
     */
    Node(int id, Path directory, String clusterId, List<Integer> controllers) {
        this.id = id;
        this.directory = directory;
        this.clusterId = clusterId;
        this.controllers = List.copyOf(controllers);
        this.process = launch();
    }

    /** Its number. */
    int id() {
        return id;
    }

    /** Where clients come to. */
    String address() {
        return "127.0.0.1:" + port;
    }

    /** Where clients come to that go through the proxy. */
    String detourAddress() {
        return "127.0.0.1:" + detour.port();
    }

    /** The way through the proxy. */
    Detour detour() {
        return detour;
    }

    /** Its process. */
    JavaProcess process() {
        return process;
    }

    /** Starts it again with its log; returns at once. */
    void restart() {
        process = launch();
    }

    private JavaProcess launch() {
        List<String> arguments = new ArrayList<>(List.of(
                directory.resolve("node-" + id).toString(),
                Integer.toString(id),
                clusterId,
                Integer.toString(port),
                Integer.toString(detourPort),
                Integer.toString(detour.port())));
        controllers.forEach(controller -> arguments.add(Integer.toString(controller)));
        return JavaProcess.start(NodeMain.class.getName(), JAVA, arguments, directory.resolve("node-" + id + ".log"));
    }

    @Override
    public void close() {
        process.close();
        detour.close();
    }
}
