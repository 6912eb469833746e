package org.tocsin.serve;

import java.util.Optional;
import java.util.Set;
import org.tocsin.serve.access.Access;

/**
 * How the API listens and what it lets browsers do.
 *
 * @param host interface to listen on, for example 127.0.0.1
 * @param port port, 0 for any free one
 * @param corsOrigins origins whose pages may read answers, for example {@code https://desk.example}; {@code *} for all; empty for none
 * @param frameAncestors who may put pages of the API into a frame, as {@code frame-ancestors} of a Content-Security-Policy says it
 * @param access how callers are told apart
 * @param limits how much each of them may ask
 * @param tls its certificate; nothing for plain HTTP
 */
public record ApiSettings(
        String host,
        int port,
        Set<String> corsOrigins,
        String frameAncestors,
        Access access,
        Limits limits,
        Optional<Tls> tls) {
    /** Only pages of the API itself may frame its pages. */
    public static final String SAME_ORIGIN = "'self'";

    /** Keeps a copy of the origins. */
    public ApiSettings {
        corsOrigins = Set.copyOf(corsOrigins);
    }

    /** Nothing for pages of other origins, all for everybody who reaches it. */
    public static ApiSettings on(String host, int port) {
        return new ApiSettings(host, port, Set.of(), SAME_ORIGIN, new Access.Open(), Limits.NONE, Optional.empty());
    }

    /** These settings with another way to tell callers apart and other limits. */
    public ApiSettings guarded(Access by, Limits within) {
        return new ApiSettings(host, port, corsOrigins, frameAncestors, by, within, tls);
    }

    /** These settings with a certificate. */
    public ApiSettings secured(Tls by) {
        return new ApiSettings(host, port, corsOrigins, frameAncestors, access, limits, Optional.of(by));
    }
}
