package org.tocsin.local;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.function.Consumer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A schema registry for development, in this process and on the loopback interface: the part of the REST interface of Confluent's
 * Schema Registry that clients of Avro topics use (subjects, versions, ids, compatibility, config, mode), kept in the compacted
 * topic {@code _schemas}. The default compatibility level is BACKWARD, as in Confluent's. Neither subjects nor versions can be
 * deleted, and schema references are not supported.
 */
public final class DevRegistry implements AutoCloseable {
    private static final int THREADS = 8;
    private static final long LARGEST_BODY = 4L * 1024 * 1024;

    private final RegistryState state;
    private final RegistryLog log;
    private final Javalin server;

    private DevRegistry(RegistryState state, RegistryLog log, int port, Consumer<JavalinConfig> more) {
        this.state = state;
        this.log = log;
        this.server = Javalin.create(config -> {
                    configure(config);
                    more.accept(config);
                })
                .start("127.0.0.1", port);
    }

    /**
     * Starts a registry on a broker; returns when it has read its topic and serves clients.
     *
     * @param bootstrapServers the broker that keeps its topic
     * @param port port to listen on, 0 for a free one
     * @throws LocalFailure if the topic cannot be used or the port is taken
     */
    public static DevRegistry start(String bootstrapServers, int port) {
        return start(bootstrapServers, port, config -> {});
    }

    /**
     * Starts a registry as {@link #start(String, int)} does.
     *
     * @param more what its server is to do besides, such as to ask for passwords
     */
    static DevRegistry start(String bootstrapServers, int port, Consumer<JavalinConfig> more) {
        int listener = LocalPorts.orFree(port);
        RegistryState state = new RegistryState();
        RegistryLog log = RegistryLog.open(bootstrapServers, state);
        try {
            return new DevRegistry(state, log, listener, more);
        } catch (RuntimeException e) {
            log.close();
            throw new LocalFailure(
                    "The schema registry did not start on port " + listener + ". Is the port taken? Choose another. ("
                            + e.getMessage() + ")",
                    e);
        }
    }

    /** Address for clients, the value of {@code schema.registry.url}. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    @Override
    public void close() {
        server.stop();
        log.close();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = DaemonPool.of("registry", THREADS);
        new RegistryRoutes(this).register(config.routes);
    }

    synchronized List<String> subjects() {
        return List.copyOf(state.subjects());
    }

    synchronized List<Integer> versions(String subject) {
        return List.copyOf(state.versions(subject).keySet());
    }

    synchronized RegistryState.Version version(String subject, String number) {
        return state.version(subject, number);
    }

    synchronized String schema(int id) {
        return state.schema(id);
    }

    synchronized List<RegistryState.Version> uses(int id) {
        return state.uses(id);
    }

    /** Registers a schema under a subject and returns its version; the same schema again changes nothing. */
    synchronized RegistryState.Version register(String subject, String text) {
        Schema schema = parse(text);
        RegistryState.Version known = state.find(subject, schema);
        if (known != null) {
            return known;
        }
        List<String> problems = level(subject).problems(schema, state.history(subject));
        if (!problems.isEmpty()) {
            throw RegistryError.incompatible(subject, problems.toString());
        }
        RegistryState.Version version = state.next(subject, schema, text);
        log.append(version);
        state.put(version);
        return version;
    }

    /** The version of a subject that has this schema. */
    synchronized RegistryState.Version lookUp(String subject, String text) {
        state.versions(subject);
        RegistryState.Version version = state.find(subject, parse(text));
        if (version == null) {
            throw RegistryError.schemaNotFound();
        }
        return version;
    }

    /** What is wrong with a schema against one version of a subject. */
    synchronized List<String> problems(String subject, String number, String text) {
        Schema earlier = parse(state.version(subject, number).schema());
        return level(subject).problems(parse(text), List.of(earlier));
    }

    /** What is wrong with a schema against the versions of a subject that its level looks at. */
    synchronized List<String> problems(String subject, String text) {
        return level(subject).problems(parse(text), state.history(subject));
    }

    synchronized CompatibilityLevel globalLevel() {
        return state.globalLevel();
    }

    /** The level set for a subject; {@link RegistryError} 40408 where none is. */
    synchronized CompatibilityLevel ownLevel(String subject) {
        CompatibilityLevel level = state.levelOf(subject);
        if (level == null) {
            throw RegistryError.configNotFound(subject);
        }
        return level;
    }

    /** The level that holds for a subject. */
    synchronized CompatibilityLevel level(String subject) {
        CompatibilityLevel level = state.levelOf(subject);
        return level == null ? state.globalLevel() : level;
    }

    /** Sets the level of a subject, or the global one for null. */
    synchronized void setLevel(@Nullable String subject, CompatibilityLevel level) {
        log.appendLevel(subject, level);
        state.putLevel(subject, level);
    }

    /** Removes the level of a subject and returns what it was. */
    synchronized CompatibilityLevel removeLevel(String subject) {
        CompatibilityLevel level = ownLevel(subject);
        log.appendNoLevel(subject);
        state.removeLevel(subject);
        return level;
    }

    private static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException e) {
            throw RegistryError.invalidSchema(String.valueOf(e.getMessage()));
        }
    }
}
