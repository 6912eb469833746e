package org.tocsin.stream;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.jspecify.annotations.Nullable;

/** Keys and trust as Kafka's settings {@code ssl.*} describe them, for connections that are not Kafka's: JKS, PKCS12 or PEM. */
public final class TlsContext {
    private static final String REGISTRY = "schema.registry.";

    private TlsContext() {}

    /**
     * What settings describe; the Java runtime's own trust where they name none.
     *
     * @param settings under Kafka's names, for example {@code ssl.truststore.location}
     * @throws IllegalArgumentException if a file, a password or a value cannot be used; the message says why
     */
    public static SSLContext of(Map<String, ?> settings) {
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            Map<String, Object> parsed = new ConfigDef().withClientSslSupport().parse(settings);
            factory.configure(parsed);
            KeyStore keys = factory.keystore();
            if (keys != null) {
                requireFit(keys, (Password) parsed.get(SslConfigs.SSL_KEY_PASSWORD_CONFIG));
            }
            return factory.sslContext();
        } catch (ConfigException | InvalidConfigurationException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalArgumentException(e.getMessage() + " (" + cause.getMessage() + ")", e);
        }
    }

    /** A key that is another certificate's would only be noticed by those who connect. */
    private static void requireFit(KeyStore keys, @Nullable Password password) {
        char[] secret = password == null ? new char[0] : password.value().toCharArray();
        try {
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.getKey(alias, secret) instanceof PrivateKey key
                        && keys.getCertificate(alias) instanceof X509Certificate certificate
                        && !fit(key, certificate)) {
                    throw new IllegalArgumentException(
                            "the key does not belong to the certificate of " + certificate.getSubjectX500Principal());
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key cannot be used: " + e.getMessage(), e);
        }
    }

    private static boolean fit(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm(); // Ed25519 and its like are called as they sign
        };
        byte[] tried = {1, 2, 3};
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(tried);
        byte[] signed = signature.sign();
        try {
            signature.initVerify(certificate.getPublicKey());
            signature.update(tried);
            return signature.verify(signed);
        } catch (InvalidKeyException | SignatureException e) {
            return false; // of another kind
        }
    }

    /** How the Schema Registry of a configuration is to be spoken with. */
    public static SSLContext ofRegistry(PipelineConfig config) {
        return of(config.serde().entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(REGISTRY + "ssl."))
                .collect(Collectors.toMap(
                        setting -> setting.getKey().substring(REGISTRY.length()), Map.Entry::getValue)));
    }
}
