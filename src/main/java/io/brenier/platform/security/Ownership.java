package io.brenier.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Whose things the present thread may see. On a request's thread that is the caller; every such thread has an authentication, if only an
 * anonymous one, which sees nothing. A thread that has none does the service's own work, such as a training, and sees all.
 */
@Component
public class Ownership {

    private static final String NOBODY = "";

    /** Whom things that are made now belong to. */
    public String owner() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return switch (authentication) {
            case null -> Caller.LOCAL;
            case Authentication known when known.getPrincipal() instanceof Caller caller -> caller.owner();
            default -> NOBODY;
        };
    }

    /** The owner whose rows alone may be seen; null where everybody's may. Meant for the where clause of a list. */
    public @Nullable String confinedTo() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean all = authentication == null
                || authentication.getPrincipal() instanceof Caller caller && caller.may(Scope.ADMIN);
        return all ? null : owner();
    }

    /** What a where clause says of that, beginning with "and"; its parameter {@code owner} is {@link #confinedTo()}. */
    public String condition() {
        return confinedTo() == null ? "" : " and owner = :owner";
    }

    /** Whether a thing of this owner may be seen; where not, it is answered as a thing that is not there. */
    public boolean sees(String owner) {
        String only = confinedTo();
        return only == null || only.equals(owner);
    }
}
