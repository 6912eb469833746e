package org.tocsin.serve.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who asks.
 *
 * @param key what is counted together: a token or an address
 * @param scopes what the caller may do
 * @param counted whether there are limits; there are none for those on this machine who need no token
 */
public record Caller(String key, Set<Scope> scopes, boolean counted) {
    /** Under this name a request knows who asks. */
    public static final String ATTRIBUTE = Caller.class.getName();

    /** Keeps a copy of the scopes. */
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** The owner of a token. */
    public static Caller of(StoredToken token) {
        return new Caller("token " + token.id(), token.scopes(), true);
    }

    /** Whoever asks from another machine where nobody needs a token. */
    public static Caller trusted(String address) {
        return new Caller(address, EnumSet.allOf(Scope.class), true);
    }

    /** Whoever asks from this machine where nobody needs a token. */
    public static Caller local(String address) {
        return new Caller(address, EnumSet.allOf(Scope.class), false);
    }

    /** Whether the caller may do what needs a scope. */
    public boolean may(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }
}
