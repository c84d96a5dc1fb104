package io.brenier.platform.security.audit;

import io.brenier.platform.security.AllowedScopes;
import io.brenier.platform.security.Caller;
import io.brenier.platform.security.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Leaves for the filter what only a handler's place in the request knows: the caller, and whether the operation changes anything. */
final class AuditInterceptor implements HandlerInterceptor {

    static final String CALLER = AuditInterceptor.class.getName() + ".caller";
    static final String CHANGES = AuditInterceptor.class.getName() + ".changes";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getUserPrincipal() instanceof Authentication known
                && known.getPrincipal() instanceof Caller caller) {
            request.setAttribute(CALLER, caller);
        }
        if (handler instanceof HandlerMethod operation) {
            request.setAttribute(CHANGES, !AllowedScopes.of(operation).equals(Optional.of(Scope.READ)));
        }
        return true;
    }
}
