package io.brenier.platform.security;

import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** Reads {@link Allowed}. */
public final class AllowedScopes {

    private AllowedScopes() {}

    /** The scope that an operation takes; empty where it has no rule. */
    public static Optional<Scope> of(HandlerMethod operation) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(operation.getMethod(), Allowed.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(operation.getBeanType(), Allowed.class)))
                .map(Allowed::value);
    }
}
