package org.tocsin.serve.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;

/**
 * What is kept of a token: all but the token itself.
 *
 * @param id the part of the token that it is found by; no secret
 * @param name what whoever made it calls it
 * @param scopes what it is good for
 * @param created when it was made
 * @param salt random, in hexadecimal
 * @param hash SHA-256 of salt and secret, in hexadecimal; the secret has 256 random bits, so nothing slower is needed
 */
public record StoredToken(String id, String name, Set<Scope> scopes, Instant created, String salt, String hash) {
    /** Keeps a copy of the scopes. */
    public StoredToken {
        scopes = Set.copyOf(scopes);
    }

    /** Whether this is the secret, told in a time that does not depend on how much of it is right. */
    boolean isOf(String secret) {
        return MessageDigest.isEqual(
                hash(salt, secret).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    static String hash(String salt, String secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(salt));
            return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which each must have", e);
        }
    }
}
