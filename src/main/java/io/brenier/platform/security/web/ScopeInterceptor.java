package io.brenier.platform.security.web;

import io.brenier.platform.security.AllowedScopes;
import io.brenier.platform.security.Caller;
import io.brenier.platform.security.Scope;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds {@link Allowed} against the caller's scopes, before the body is read. */
final class ScopeInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod operation && request.getDispatcherType() == DispatcherType.REQUEST) {
            Scope needed = AllowedScopes.of(operation)
                    .orElseThrow(() -> Refusals.forbidden("nobody may do this: the operation has no rule"));
            if (!(request.getUserPrincipal() instanceof CallerAuthentication authentication)
                    || !authentication.getPrincipal().may(needed)) {
                throw Refusals.forbidden(
                        "this takes the scope '%s'; %s".formatted(needed.wireName(), granted(request)));
            }
        }
        return true;
    }

    private static String granted(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof CallerAuthentication authentication
                ? words(authentication.getPrincipal())
                : "the request has none";
    }

    private static String words(Caller caller) {
        return caller.scopes().isEmpty()
                ? "the key or token has none"
                : "the key or token has '%s'"
                        .formatted(caller.scopes().stream()
                                .max(Scope::compareTo)
                                .map(Scope::wireName)
                                .orElse(""));
    }
}
