package org.tocsin.local;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaMiscPEMGenerator;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObjectGenerator;
import org.bouncycastle.util.io.pem.PemWriter;

/** An authority that signs certificates for the loopback interface, and writes them as files in PEM. */
public final class Authority {
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String SIGNATURE = "SHA256withECDSA";

    private final Path folder;
    private final X500Principal name;
    private final KeyPair keys;
    private final X509Certificate certificate;
    private int serial = 1;

    /**
     * A certificate with its key.
     *
     * @param chain file of the certificate and that of the authority
     * @param key file of the key, PKCS#8
     * @param both file of key and certificates, as Kafka takes it for a key store
     * @param privateKey the key itself
     * @param certificates the certificate and that of the authority themselves
     */
    public record Signed(Path chain, Path key, Path both, PrivateKey privateKey, List<X509Certificate> certificates) {}

    /** A new authority, whose files lie in a folder. */
    public Authority(Path folder, String commonName) {
        this.folder = folder;
        this.name = new X500Principal("CN=" + commonName);
        this.keys = keys();
        this.certificate = sign(name, keys, new Validity(-1, 1), true);
        write(folder.resolve(commonName + "-ca.pem"), pem(certificate));
    }

    private record Validity(int fromYears, int toYears) {
        Date from() {
            return Date.from(Instant.now().plus(YEAR.multipliedBy(fromYears)));
        }

        Date to() {
            return Date.from(Instant.now().plus(YEAR.multipliedBy(toYears)));
        }
    }

    /** File of its own certificate. */
    public Path file() {
        return folder.resolve(name.getName().substring(3) + "-ca.pem");
    }

    /** A certificate for localhost and 127.0.0.1 that is good now. */
    public Signed good(String file) {
        return signed(file, new Validity(-1, 1));
    }

    /** A certificate that was good until a year ago. */
    public Signed expired(String file) {
        return signed(file, new Validity(-2, -1));
    }

    private Signed signed(String file, Validity validity) {
        KeyPair own = keys();
        X509Certificate issued = sign(new X500Principal("CN=localhost"), own, validity, false);
        String chain = pem(issued) + pem(certificate);
        String key = pem(own.getPrivate());
        return new Signed(
                write(folder.resolve(file + ".pem"), chain),
                write(folder.resolve(file + "-key.pem"), key),
                write(folder.resolve(file + "-both.pem"), key + chain),
                own.getPrivate(),
                List.of(issued, certificate));
    }

    private X509Certificate sign(X500Principal subject, KeyPair own, Validity validity, boolean authority) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    name, BigInteger.valueOf(serial++), validity.from(), validity.to(), subject, own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!authority) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                    new GeneralName(GeneralName.dNSName, "localhost"),
                    new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                }));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(X509Certificate certificate) {
        try {
            return pem(new JcaMiscPEMGenerator(certificate));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(PrivateKey key) {
        try {
            return pem(new JcaPKCS8Generator(key, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(PemObjectGenerator object) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
