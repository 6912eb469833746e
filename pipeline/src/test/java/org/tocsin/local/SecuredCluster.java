package org.tocsin.local;

import io.javalin.config.JavalinConfig;
import io.javalin.http.UnauthorizedResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.tocsin.stream.Right;
import org.tocsin.stream.TlsContext;

/**
 * A broker and a registry as a security department would have them: TLS, SCRAM-SHA-512 and ACLs that deny what they do not name;
 * TLS and passwords. Besides the good listener there are one whose certificate has expired and one of another authority, for both.
 * A listener without any of it serves the registry and the test itself.
 */
public final class SecuredCluster implements AutoCloseable {
    private static final String BROKER_SECRET = "secret-of-the-broker-itself";

    private final EmbeddedBroker broker;
    private final DevRegistry registry;
    private final Admin admin;
    private final Map<Door, Integer> brokerPorts;
    private final Map<Door, Integer> registryPorts;

    /** With which certificate one is met. */
    public enum Door {
        /** A good one. */
        GOOD,
        /** One that has expired. */
        EXPIRED,
        /** One that a stranger signed. */
        STRANGE
    }

    private SecuredCluster(
            EmbeddedBroker broker,
            DevRegistry registry,
            Admin admin,
            Map<Door, Integer> brokerPorts,
            Map<Door, Integer> registryPorts) {
        this.broker = broker;
        this.registry = registry;
        this.admin = admin;
        this.brokerPorts = brokerPorts;
        this.registryPorts = registryPorts;
    }

    /**
     * Starts both.
     *
     * @param folder where broker and registry keep their data
     * @param certificates what is shown at each door
     * @param registryUser {@code name:password} that the registry asks for
     */
    public static SecuredCluster start(Path folder, Map<Door, Authority.Signed> certificates, String registryUser) {
        Map<Door, Integer> brokerPorts = ports();
        int plain = LocalPorts.orFree(0);
        EmbeddedBroker broker =
                EmbeddedBroker.start(folder.resolve("broker"), plain, settings(plain, brokerPorts, certificates));
        Map<Door, Integer> registryPorts = ports();
        DevRegistry registry = DevRegistry.start(
                broker.bootstrapServers(), 0, config -> secure(config, registryPorts, certificates, registryUser));
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        return new SecuredCluster(broker, registry, admin, brokerPorts, registryPorts);
    }

    private static Map<Door, Integer> ports() {
        Map<Door, Integer> ports = new HashMap<>();
        for (Door door : Door.values()) {
            ports.put(door, LocalPorts.orFree(0));
        }
        return ports;
    }

    private static Map<String, String> settings(
            int plain, Map<Door, Integer> ports, Map<Door, Authority.Signed> certificates) {
        int controller = LocalPorts.orFree(0);
        Map<String, String> settings = new HashMap<>();
        StringBuilder listeners = new StringBuilder("PLAINTEXT://127.0.0.1:" + plain);
        StringBuilder protocols = new StringBuilder("PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        ports.forEach((door, port) -> {
            listeners.append(",").append(door).append("://127.0.0.1:").append(port);
            protocols.append(",").append(door).append(":SASL_SSL");
            String prefix = "listener.name." + door.name().toLowerCase(Locale.ROOT) + ".";
            settings.put(prefix + "ssl.keystore.type", "PEM");
            settings.put(prefix + "ssl.keystore.location", keyStore(certificates, door));
            settings.put(prefix + "sasl.enabled.mechanisms", "SCRAM-SHA-512");
            settings.put(prefix + "scram-sha-512.sasl.jaas.config", jaas("broker", BROKER_SECRET));
        });
        settings.put("listeners", listeners + ",CONTROLLER://127.0.0.1:" + controller);
        settings.put("advertised.listeners", listeners.toString());
        settings.put("listener.security.protocol.map", protocols.toString());
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("authorizer.class.name", RecordingAuthorizer.class.getName());
        // who comes in without a name: the controller, the registry and the test
        settings.put("super.users", "User:ANONYMOUS");
        settings.put("allow.everyone.if.no.acl.found", "false");
        return settings;
    }

    private static String keyStore(Map<Door, Authority.Signed> certificates, Door door) {
        return Objects.requireNonNull(certificates.get(door), "a certificate for every door")
                .both()
                .toString();
    }

    private static void secure(
            JavalinConfig config, Map<Door, Integer> ports, Map<Door, Authority.Signed> certificates, String user) {
        ports.forEach((door, port) -> config.jetty.addConnector((server, http) -> {
            SslContextFactory.Server tls = new SslContextFactory.Server();
            tls.setSslContext(TlsContext.of(
                    Map.of("ssl.keystore.type", "PEM", "ssl.keystore.location", keyStore(certificates, door))));
            HttpConfiguration https = new HttpConfiguration(http);
            https.addCustomizer(new SecureRequestCustomizer(false));
            ServerConnector connector = new ServerConnector(
                    server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(https));
            connector.setHost("127.0.0.1");
            connector.setPort(port);
            return connector;
        }));
        config.routes.before(ctx -> {
            var shown = ctx.basicAuthCredentials();
            if (shown == null || !user.equals(shown.getUsername() + ":" + shown.getPassword())) {
                throw new UnauthorizedResponse();
            }
        });
    }

    /** A login of Kafka's clients. */
    public static String jaas(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                + password + "\";";
    }

    /** Host and port of the broker behind a door. */
    public String bootstrapServers(Door door) {
        return "localhost:" + brokerPorts.get(door);
    }

    /** Address of the registry behind a door. */
    public String registryUrl(Door door) {
        return "https://localhost:" + registryPorts.get(door);
    }

    /** Where the test itself comes in. */
    public String openBootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Makes a user of Kafka. */
    public void add(String user, String password) {
        answer(admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                        user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password)))
                .all());
    }

    /** Grants rights. */
    public void grant(String user, Collection<Right> rights) {
        answer(admin.createAcls(bindings(user, rights)).all());
    }

    /** Takes a right away. */
    public void revoke(String user, Right right) {
        List<AclBinding> bindings = bindings(user, List.of(right));
        answer(admin.deleteAcls(bindings.stream().map(AclBinding::toFilter).toList())
                .all());
    }

    private static List<AclBinding> bindings(String user, Collection<Right> rights) {
        List<AclBinding> bindings = new ArrayList<>();
        for (Right right : rights) {
            bindings.add(new AclBinding(
                    right.resource(),
                    new AccessControlEntry("User:" + user, "*", right.operation(), AclPermissionType.ALLOW)));
        }
        return bindings;
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
        registry.close();
        broker.close();
    }
}
