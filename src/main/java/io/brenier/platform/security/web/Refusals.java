package io.brenier.platform.security.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.web.ProblemResponses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells those who are refused before any controller is asked. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String CHALLENGE = "Bearer realm=\"brenier\"";

    private final ProblemResponses responses;

    Refusals(ProblemResponses responses) {
        this.responses = responses;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        ProblemException problem = exception instanceof UnrecognisedCallerException unrecognised
                ? unrecognised.problem()
                : ProblemException.of(
                        ProblemCode.UNAUTHORIZED,
                        "this needs an API key or a token; send it as 'Authorization: Bearer …'.");
        if (problem.code() == ProblemCode.UNAUTHORIZED) {
            boolean given = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE, given ? CHALLENGE + ", error=\"invalid_token\"" : CHALLENGE);
        }
        responses.write(problem, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        responses.write(forbidden("this needs more than the key or token allows"), request, response);
    }

    static ProblemException forbidden(String why) {
        return ProblemException.of(ProblemCode.FORBIDDEN, why + ".");
    }
}
