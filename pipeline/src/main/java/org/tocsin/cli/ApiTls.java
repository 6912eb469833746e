package org.tocsin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.tocsin.serve.Tls;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Setting;
import org.tocsin.stream.TlsContext;

/** TLS of the API and between instances, as the configuration says it. */
final class ApiTls {
    private static final String PEM = "PEM";

    private ApiTls() {}

    /**
     * Certificate and key of the API; nothing where it speaks plain HTTP.
     *
     * @throws CommandFailure if they cannot be used
     */
    static Optional<Tls> of(PipelineConfig config) {
        String certificate = config.text(Setting.API_TLS_CERTIFICATE);
        String key = config.text(Setting.API_TLS_KEY);
        String keystore = config.text(Setting.API_TLS_KEYSTORE);
        if (certificate.isEmpty() && key.isEmpty() && keystore.isEmpty()) {
            return Optional.empty();
        }
        if (keystore.isEmpty() == certificate.isEmpty() || certificate.isEmpty() != key.isEmpty()) {
            throw new CommandFailure("TLS of the API needs either both " + Setting.API_TLS_CERTIFICATE.key() + " and "
                    + Setting.API_TLS_KEY.key() + " or " + Setting.API_TLS_KEYSTORE.key() + " alone");
        }
        try {
            return Optional.of(
                    keystore.isEmpty()
                            ? Tls.of(() -> pem(config), List.of(Path.of(certificate), Path.of(key)))
                            : Tls.of(() -> store(config), List.of(Path.of(keystore))));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(config.withoutSecrets(String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * What instances trust when they ask each other; nothing where they speak plain HTTP.
     *
     * @throws CommandFailure if the file cannot be used
     */
    static Optional<SSLContext> ofPeers(PipelineConfig config) {
        if (of(config).isEmpty()) {
            return Optional.empty();
        }
        String trusted = config.text(Setting.API_TLS_TRUSTED);
        try {
            return Optional.of(trusted.isEmpty() ? TlsContext.of(Map.of()) : trusting(Path.of(trusted)));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(Setting.API_TLS_TRUSTED.key() + " cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * What trusts the authorities of a file and no others.
     *
     * @param authorities certificates in PEM
     * @throws IllegalArgumentException if it cannot be read
     */
    static SSLContext trusting(Path authorities) {
        return TlsContext.of(Map.of("ssl.truststore.type", PEM, "ssl.truststore.location", authorities.toString()));
    }

    private static SSLContext pem(PipelineConfig config) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "ssl.keystore.type",
                PEM,
                "ssl.keystore.certificate.chain",
                text(config, Setting.API_TLS_CERTIFICATE),
                "ssl.keystore.key",
                text(config, Setting.API_TLS_KEY)));
        String password = config.text(Setting.API_TLS_PASSWORD);
        if (!password.isEmpty()) {
            settings.put("ssl.key.password", password);
        }
        try {
            return TlsContext.of(settings);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The certificate or the key of the API cannot be used: " + Setting.API_TLS_KEY.key() + " must be"
                            + " the PKCS#8 key in PEM ('BEGIN PRIVATE KEY'; openssl pkcs8 -topk8 -nocrypt makes one) of "
                            + Setting.API_TLS_CERTIFICATE.key() + ", or encrypted with "
                            + Setting.API_TLS_PASSWORD.key() + " (" + e.getMessage() + ")",
                    e);
        }
    }

    private static SSLContext store(PipelineConfig config) {
        String password = config.text(Setting.API_TLS_PASSWORD);
        Map<String, String> settings = new HashMap<>(Map.of(
                "ssl.keystore.type",
                config.text(Setting.API_TLS_KEYSTORE_TYPE),
                "ssl.keystore.location",
                config.text(Setting.API_TLS_KEYSTORE)));
        if (!password.isEmpty()) {
            settings.put("ssl.keystore.password", password);
            settings.put("ssl.key.password", password);
        }
        try {
            return TlsContext.of(settings);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The key store of the API cannot be used; correct " + Setting.API_TLS_KEYSTORE.key() + ", "
                            + Setting.API_TLS_PASSWORD.key() + " or " + Setting.API_TLS_KEYSTORE_TYPE.key() + " ("
                            + e.getMessage() + ")",
                    e);
        }
    }

    private static String text(PipelineConfig config, Setting setting) {
        try {
            return Files.readString(Path.of(config.text(setting)));
        } catch (IOException e) {
            throw new IllegalArgumentException("The file that " + setting.key() + " names cannot be read: " + e, e);
        }
    }
}
