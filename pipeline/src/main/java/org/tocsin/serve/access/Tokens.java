package org.tocsin.serve.access;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of a file as it is now: it is looked at again when the last look is {@link #LOOK} old, so tokens come and go without a
 * restart. While it cannot be read no token is good. Thread-safe.
 */
public final class Tokens {
    static final Duration LOOK = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    /** Compared with where there is no such token, so that this takes as long. */
    private static final StoredToken NOBODY = new StoredToken(
            "", "", Set.of(), Instant.EPOCH, "00".repeat(16), HexFormat.of().formatHex(new byte[32]));

    private final TokenFile file;
    private final LongSupplier nanos;
    private Map<String, StoredToken> byId;
    private String state;
    private long looked;

    private Tokens(TokenFile file, Map<String, StoredToken> byId, String state, LongSupplier nanos) {
        this.file = file;
        this.byId = byId;
        this.state = state;
        this.nanos = nanos;
        this.looked = nanos.getAsLong();
    }

    /**
     * The tokens of a file.
     *
     * @param nanos a clock that only goes forward
     * @throws BadTokenFile if it cannot be read or holds none
     */
    public static Tokens of(TokenFile file, LongSupplier nanos) {
        String state;
        try {
            state = file.state();
        } catch (IOException e) {
            throw new BadTokenFile(
                    "The file of tokens " + file.path() + " cannot be read (" + e + "); make it with " + command(file),
                    e);
        }
        Map<String, StoredToken> byId = byId(file);
        if (byId.isEmpty()) {
            throw new BadTokenFile("The file of tokens " + file.path() + " holds none; make one with " + command(file));
        }
        return new Tokens(file, byId, state, nanos);
    }

    private static String command(TokenFile file) {
        return "'tocsin token create --scope read --name NAME --file " + file.path() + "'";
    }

    private static Map<String, StoredToken> byId(TokenFile file) {
        return file.read().stream()
                .collect(Collectors.toMap(StoredToken::id, Function.identity(), (first, second) -> second));
    }

    /** The token that a text is; nothing where it is none that is good. */
    public Optional<StoredToken> find(String text) {
        Optional<NewToken.Parts> parts = NewToken.parts(text);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Map<String, StoredToken> now = now();
        StoredToken candidate = now.getOrDefault(parts.get().id(), NOBODY);
        return candidate.isOf(parts.get().secret()) ? Optional.of(candidate) : Optional.empty();
    }

    private synchronized Map<String, StoredToken> now() {
        if (nanos.getAsLong() - looked >= LOOK.toNanos()) {
            looked = nanos.getAsLong();
            look();
        }
        return byId;
    }

    private void look() {
        String found = "";
        try {
            found = file.state();
            if (!found.equals(state)) {
                byId = byId(file);
                LOG.info("The file of tokens {} changed; {} tokens are good", file.path(), byId.size());
            }
        } catch (IOException | BadTokenFile e) {
            byId = Map.of();
            if (!found.equals(state)) {
                LOG.error("No token is good until the file of tokens can be read: {}", e.toString());
            }
        }
        state = found;
    }
}
