package io.brenier.platform.security.audit;

import io.brenier.platform.Excerpt;
import io.brenier.platform.security.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Looks at every request once it is answered: one that may have changed something, and one that was refused, is written down. Stands inside
 * the trace and outside of everything that can refuse.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class AuditFilter extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int LONGEST = 300;

    private final AuditLog log;

    AuditFilter(AuditLog log) {
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean failed = true;
        try {
            chain.doFilter(request, response);
            failed = false;
        } finally {
            AuditEntry entry = entry(request, response, failed);
            if (entry.refused() || !READING.contains(request.getMethod()) && changes(request)) {
                log.write(entry);
            }
        }
    }

    private static boolean changes(HttpServletRequest request) {
        return !Boolean.FALSE.equals(request.getAttribute(AuditInterceptor.CHANGES));
    }

    private static AuditEntry entry(HttpServletRequest request, HttpServletResponse response, boolean failed) {
        Caller caller = request.getAttribute(AuditInterceptor.CALLER) instanceof Caller known ? known : null;
        String path = shortened(request.getRequestURI());
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String made = response.getHeader(HttpHeaders.LOCATION);
        return new AuditEntry(
                caller == null ? AuditEntry.NOBODY : caller.owner(),
                caller == null ? "none" : caller.credential(),
                request.getRemoteAddr(),
                request.getMethod() + " " + (pattern == null ? path : pattern),
                Objects.requireNonNullElse(made, path),
                failed ? HttpServletResponse.SC_INTERNAL_SERVER_ERROR : response.getStatus());
    }

    /** Line breaks cannot be in a path that Tomcat lets through; length is up to the client. */
    private static String shortened(String path) {
        return Excerpt.of(path, LONGEST);
    }
}
