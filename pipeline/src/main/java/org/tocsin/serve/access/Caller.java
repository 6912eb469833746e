package org.tocsin.serve.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who asks.
 *
 * @param key what is counted together: a token or an address
 * @param scopes what the caller may do
 */
public record Caller(String key, Set<Scope> scopes) {
    /** Keeps a copy of the scopes. */
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** The owner of a token. */
    public static Caller of(StoredToken token) {
        return new Caller("token " + token.id(), token.scopes());
    }

    /** Whoever asks from an address where nobody needs a token. */
    public static Caller trusted(String address) {
        return new Caller(address, EnumSet.allOf(Scope.class));
    }

    /** Whether the caller may do what needs a scope. */
    public boolean may(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }
}
