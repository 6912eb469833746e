package org.tocsin.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.tocsin.local.Authority;
import org.tocsin.local.SecuredCluster;
import org.tocsin.local.SecuredCluster.Door;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Rights;

/** A secured cluster with a user for each role, who has the documented rights and no others, and everybody's settings. */
final class SecuredCompany implements AutoCloseable {
    private static final String REGISTRY_PASSWORD = "opens-the-registry-7";
    private static final String REGISTRY_USER = "desk:" + REGISTRY_PASSWORD;

    private final Path folder;
    private final Authority authority;
    private final Authority stranger;
    private final SecuredCluster cluster;
    private int files;

    private SecuredCompany(Path folder, Authority authority, Authority stranger, SecuredCluster cluster) {
        this.folder = folder;
        this.authority = authority;
        this.stranger = stranger;
        this.cluster = cluster;
    }

    static SecuredCompany start(Path folder) {
        Authority authority = new Authority(folder, "company");
        Authority stranger = new Authority(folder, "stranger");
        Map<Door, Authority.Signed> certificates = new EnumMap<>(Map.of(
                Door.GOOD, authority.good("good"),
                Door.EXPIRED, authority.expired("expired"),
                Door.STRANGE, stranger.good("strange")));
        SecuredCluster cluster = SecuredCluster.start(folder, certificates, REGISTRY_USER);
        SecuredCompany company = new SecuredCompany(folder, authority, stranger, cluster);
        for (Rights.Role role : Rights.Role.values()) {
            cluster.add(user(role), password(role));
            cluster.grant(user(role), Rights.of(role, company.config(role)));
        }
        return company;
    }

    /** Name of the user of a role. */
    static String user(Rights.Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static String password(Rights.Role role) {
        return "password-of-the-" + user(role) + "-4711";
    }

    /** Every secret that must never be seen. */
    static Set<String> secrets() {
        Set<String> secrets = new LinkedHashSet<>();
        for (Rights.Role role : Rights.Role.values()) {
            secrets.add(password(role));
        }
        secrets.add(REGISTRY_PASSWORD);
        return secrets;
    }

    SecuredCluster cluster() {
        return cluster;
    }

    /** Signs certificates that everybody here trusts. */
    Authority authority() {
        return authority;
    }

    /** Signs certificates that nobody here trusts. */
    Authority stranger() {
        return stranger;
    }

    /** The settings of a role. */
    PipelineConfig config(Rights.Role role) {
        return PipelineConfig.of(settings(role));
    }

    /** Keys and values of a role, to be changed at will. */
    Map<String, String> settings(Rights.Role role) {
        String trusted = authority.file().toString();
        return new HashMap<>(Map.ofEntries(
                Map.entry("bootstrap.servers", cluster.bootstrapServers(Door.GOOD)),
                Map.entry("security.protocol", "SASL_SSL"),
                Map.entry("sasl.mechanism", "SCRAM-SHA-512"),
                Map.entry("sasl.jaas.config", SecuredCluster.jaas(user(role), password(role))),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry("ssl.truststore.location", trusted),
                Map.entry("schema.registry.url", cluster.registryUrl(Door.GOOD)),
                Map.entry("basic.auth.credentials.source", "USER_INFO"),
                Map.entry("basic.auth.user.info", REGISTRY_USER),
                Map.entry("schema.registry.ssl.truststore.type", "PEM"),
                Map.entry("schema.registry.ssl.truststore.location", trusted),
                // so that it is seen that what was read is deleted
                Map.entry("repartition.purge.interval.ms", "500"),
                Map.entry("state.dir", folder.resolve("state").toString()),
                Map.entry("tocsin.api.port", "0")));
    }

    /** A file of settings. */
    Path file(Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return Files.writeString(folder.resolve("settings-" + files++ + ".properties"), text.toString());
    }

    /** A command with the settings of a role in a file. */
    Run run(Rights.Role role, List<String> words) throws IOException {
        return run(settings(role), words);
    }

    /** A command with settings in a file. */
    Run run(Map<String, String> settings, List<String> words) throws IOException {
        String[] all = new String[words.size() + 2];
        words.toArray(all);
        all[words.size()] = "--config";
        all[words.size() + 1] = file(settings).toString();
        return Run.of(all);
    }

    @Override
    public void close() {
        cluster.close();
    }
}
