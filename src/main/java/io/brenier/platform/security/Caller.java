package io.brenier.platform.security;

import java.security.Principal;
import java.util.Set;

/**
 * Who sends a request.
 *
 * @param owner whom the things belong to that the request makes
 * @param scopes what the caller was granted
 * @param credential what told who it is, without any secret: {@code key:<id>}, {@code jwt} or {@code none}
 */
public record Caller(String owner, Set<Scope> scopes, String credential) implements Principal {

    /** The owner of everything that is made while security is off. */
    public static final String LOCAL = "local";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whoever calls a service that asks nobody who they are. */
    public static Caller local() {
        return new Caller(LOCAL, Set.of(Scope.ADMIN), "none");
    }

    public boolean may(Scope wanted) {
        return scopes.stream().anyMatch(granted -> granted.includes(wanted));
    }

    @Override
    public String getName() {
        return owner;
    }
}
