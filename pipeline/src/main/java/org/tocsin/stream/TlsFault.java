package org.tocsin.stream;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Why a connection with TLS did not come about, and which setting is to be looked at. */
enum TlsFault {
    /** The other side's certificate is too old. */
    EXPIRED("shows a certificate that has expired; whoever runs it must renew it (the clock here must be right, too)"),
    /** The other side's certificate is for later. */
    NOT_YET_VALID("shows a certificate that is not valid yet; synchronise the clocks (NTP), or have it renewed"),
    /** Nobody here knows who signed the other side's certificate. */
    UNKNOWN_AUTHORITY(
            "shows a certificate of an authority that is not known here; name the authority's certificate with"
                    + " {}ssl.truststore.location ({}ssl.truststore.type=PEM for a file that openssl reads)"),
    /** The other side is called otherwise. */
    OTHER_NAME("shows a certificate that is made for another name than the address has; use a name that it holds, or"
            + " have it made for this one"),
    /** The other side refuses the certificate of this one. */
    OWN_CERTIFICATE("does not accept the certificate of this side, or asks for one; set {}ssl.keystore.location (and"
            + " .password) to one that it knows and that has not expired"),
    /** The other side speaks without TLS. */
    NOT_TLS("does not speak TLS at this port; use another port, or a setting without TLS"),
    /** Something else. */
    OTHER("breaks off the TLS connection; look at {}ssl.protocol, {}ssl.enabled.protocols and {}ssl.cipher.suites");

    private static final String ALERT = "received fatal alert: ";
    private static final List<String> ABOUT_OUR_CERTIFICATE = List.of(
            "bad_certificate", "certificate_required", "certificate_expired", "certificate_unknown", "unknown_ca");

    private final String meaning;

    TlsFault(String meaning) {
        this.meaning = meaning;
    }

    /** The fault behind an error; nothing where it is not about TLS. */
    static Optional<TlsFault> in(Throwable error) {
        if (Causes.has(error, CertificateExpiredException.class)) {
            return Optional.of(EXPIRED);
        }
        if (Causes.has(error, CertificateNotYetValidException.class)) {
            return Optional.of(NOT_YET_VALID);
        }
        if (Causes.has(error, CertPathBuilderException.class)) {
            return Optional.of(UNKNOWN_AUTHORITY);
        }
        SSLException refusal = Causes.first(error, SSLException.class);
        return refusal == null ? Optional.empty() : Optional.of(byWords(refusal));
    }

    /** Whether trying again is of no use until somebody changes something. */
    static boolean stays(Throwable error) {
        return Causes.has(error, SSLHandshakeException.class)
                || in(error).filter(fault -> fault != OTHER).isPresent();
    }

    /** What the other side does and what to do; behind its name this is a sentence. */
    String meaning(String prefixOfSettings) {
        return meaning.replace("{}", prefixOfSettings);
    }

    private static TlsFault byWords(SSLException refusal) {
        String words = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("no subject alternative") || words.contains("no name matching")) {
            return OTHER_NAME;
        }
        if (words.contains(ALERT) && ABOUT_OUR_CERTIFICATE.stream().anyMatch(words::contains)) {
            return OWN_CERTIFICATE;
        }
        return words.contains("unsupported or unrecognized ssl message") || words.contains("plaintext connection")
                ? NOT_TLS
                : OTHER;
    }
}
