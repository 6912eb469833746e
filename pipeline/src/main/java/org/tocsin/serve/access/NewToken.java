package org.tocsin.serve.access;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token as it was just made.
 *
 * @param text what its owner shows: {@code tocsin_ID_SECRET}; to be told once and kept nowhere
 * @param stored what is kept of it
 */
public record NewToken(String text, StoredToken stored) {
    private static final Pattern TEXT = Pattern.compile("tocsin_([0-9a-f]{16})_([A-Za-z0-9_-]{43})");
    private static final int ID_BYTES = 8;
    private static final int SALT_BYTES = 16;
    private static final int SECRET_BYTES = 32;

    /** The two parts of a token. */
    record Parts(String id, String secret) {}

    /** Makes a token. */
    public static NewToken of(String name, Set<Scope> scopes, Instant now) {
        SecureRandom random = new SecureRandom();
        String id = HexFormat.of().formatHex(bytes(random, ID_BYTES));
        String salt = HexFormat.of().formatHex(bytes(random, SALT_BYTES));
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, SECRET_BYTES));
        return new NewToken(
                "tocsin_" + id + "_" + secret,
                new StoredToken(id, name, scopes, now, salt, StoredToken.hash(salt, secret)));
    }

    /** The parts of a text; nothing where it is no token. */
    static Optional<Parts> parts(String text) {
        Matcher token = TEXT.matcher(text);
        return token.matches() ? Optional.of(new Parts(token.group(1), token.group(2))) : Optional.empty();
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Never the token. */
    @Override
    public String toString() {
        return "NewToken[" + stored.id() + "]";
    }
}
