package io.brenier.platform.security;

import io.brenier.platform.web.OperationAnnotations;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;

/** Reads {@link Allowed}. */
public final class AllowedScopes {

    private AllowedScopes() {}

    /** The scope that an operation takes; empty where it has no rule. */
    public static Optional<Scope> of(HandlerMethod operation) {
        return OperationAnnotations.find(operation, Allowed.class).map(Allowed::value);
    }
}
