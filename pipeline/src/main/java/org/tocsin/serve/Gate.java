package org.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.serve.access.Access;
import org.tocsin.serve.access.Caller;
import org.tocsin.serve.access.RequestRate;
import org.tocsin.serve.access.Scope;
import org.tocsin.serve.access.StoredToken;

/**
 * Lets a request pass or not. First it finds out who asks, and counts; then the operation is only reached by those who may. A path
 * of the instances is theirs alone, who show a secret of their own.
 */
final class Gate {
    private static final String BEARER = "bearer ";
    private static final int WRONG_TOKENS_PER_SECOND = 1;
    private static final int ADDRESS_BYTES_OF_A_NETWORK = 8;

    private final Access access;
    private final @Nullable RequestRate requests;
    private final RequestRate wrongTokens;

    Gate(Access access, Limits limits, LongSupplier nanos) {
        this.access = access;
        this.requests = limits.requestsPerSecond() == 0 ? null : new RequestRate(limits.requestsPerSecond(), nanos);
        this.wrongTokens = new RequestRate(WRONG_TOKENS_PER_SECOND, nanos);
    }

    /**
     * Finds out who asks.
     *
     * @throws Problem 401 if the token that is shown is not good, 429 if the caller asks too often
     */
    void identify(Context ctx) {
        if (ctx.path().startsWith(Operation.INTERNAL)) {
            return;
        }
        InetAddress address = address(ctx);
        Caller caller = caller(ctx, address);
        ctx.attribute(Caller.ATTRIBUTE, caller);
        if (requests != null && caller.counted()) {
            requests.count(caller.key()).ifPresent(wait -> {
                throw tooMany("There are too many requests of this caller", wait);
            });
        }
    }

    /**
     * Lets those pass who may.
     *
     * @throws Problem 401 if a token is needed, 403 if it is not good for this
     */
    void admit(Context ctx, Operation operation) {
        Scope scope = operation.scope();
        if (scope == null || !operation.isPublic()) {
            return;
        }
        Caller caller = ctx.attribute(Caller.ATTRIBUTE);
        if (caller == null || caller.scopes().isEmpty()) {
            throw Problem.of(
                            HttpStatus.UNAUTHORIZED,
                            "This needs a token with the scope " + scope.label()
                                    + "; send it as: Authorization: Bearer TOKEN")
                    .with(Header.WWW_AUTHENTICATE, "Bearer realm=\"tocsin\"");
        }
        if (!caller.may(scope)) {
            throw Problem.of(
                            HttpStatus.FORBIDDEN,
                            "This token has not the scope " + scope.label()
                                    + ", which this needs; ask for one that has")
                    .with(
                            Header.WWW_AUTHENTICATE,
                            "Bearer realm=\"tocsin\", error=\"insufficient_scope\", scope=\"" + scope.label() + "\"");
        }
    }

    private Caller caller(Context ctx, InetAddress address) {
        String network = network(address);
        if (!(access instanceof Access.ByToken byToken)) {
            return address.isLoopbackAddress() ? Caller.local(network) : Caller.trusted(network);
        }
        String shown = ctx.header(Header.AUTHORIZATION);
        if (shown == null) {
            return new Caller(network, Set.of(), !address.isLoopbackAddress());
        }
        Optional<StoredToken> token = shown.toLowerCase(Locale.ROOT).startsWith(BEARER)
                ? byToken.tokens().find(shown.substring(BEARER.length()).strip())
                : Optional.empty();
        return token.map(Caller::of).orElseThrow(() -> wrongToken(network));
    }

    /** Whoever guesses is soon let wait; those with a good token on the same address are not. */
    private Problem wrongToken(String network) {
        return wrongTokens
                .count(network)
                .map(wait -> tooMany("There are too many wrong tokens from this address", wait))
                .orElseGet(() -> Problem.of(
                                HttpStatus.UNAUTHORIZED,
                                "This token is not good: it is misspelt or was withdrawn; ask whoever runs the server"
                                        + " for another")
                        .with(Header.WWW_AUTHENTICATE, "Bearer realm=\"tocsin\", error=\"invalid_token\""));
    }

    private static Problem tooMany(String what, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, what + "; ask again after " + seconds + " s")
                .with(Header.RETRY_AFTER, Long.toString(seconds));
    }

    private static InetAddress address(Context ctx) {
        try {
            // digits alone, as the socket knows them: no name is looked up
            return InetAddress.getByName(ctx.req().getRemoteAddr());
        } catch (UnknownHostException e) {
            throw Problem.badRequest("The request has no address");
        }
    }

    /** An address; of the sixth version the half that names a network, since each host has the whole other half. */
    private static String network(InetAddress address) {
        return address instanceof Inet6Address && !address.isLoopbackAddress()
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), ADDRESS_BYTES_OF_A_NETWORK))
                : address.getHostAddress();
    }
}
