package io.brenier.platform.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts the bodies of requests, and gives back what a request was given, however it ends. */
@Component
class AdmissionFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MeteredRequest metered = new MeteredRequest(request);
        try (Ticket _ = metered.ticket()) {
            chain.doFilter(metered, response);
        }
    }
}
