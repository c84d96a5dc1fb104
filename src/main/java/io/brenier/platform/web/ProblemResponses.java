package io.brenier.platform.web;

import io.brenier.platform.ProblemException;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the answer to a request that failed. */
@Component
public class ProblemResponses {

    /** What a client waits where a 429 or 503 does not know better. */
    private static final int DEFAULT_RETRY_SECONDS = 5;

    private final JsonMapper json;

    ProblemResponses(JsonMapper json) {
        this.json = json;
    }

    /** For handlers inside Spring MVC. */
    ResponseEntity<Object> entity(ProblemException exception, HttpHeaders headers, HttpServletRequest request) {
        Problem problem = problem(exception, request);
        HttpHeaders all = new HttpHeaders(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (mayRetry(exception)) {
            all.set(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfter(exception)));
        }
        return ResponseEntity.status(problem.status()).headers(all).body(problem);
    }

    /** For filters and others outside of Spring MVC: writes the whole answer. */
    public void write(ProblemException exception, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = json.writeValueAsBytes(problem(exception, request));
        response.setStatus(exception.code().status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        if (mayRetry(exception)) {
            response.setIntHeader(HttpHeaders.RETRY_AFTER, retryAfter(exception));
        }
        response.getOutputStream().write(body);
    }

    /** The trace that the request belongs to; where nothing traces, a random one that is logged alike. */
    static String traceId() {
        String current = MDC.get("traceId");
        return current == null || current.isEmpty()
                ? UUID.randomUUID().toString().replace("-", "")
                : current;
    }

    private static Problem problem(ProblemException exception, HttpServletRequest request) {
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String instance = original instanceof String uri ? uri : request.getRequestURI();
        return Problem.of(exception, instance, traceId());
    }

    private static boolean mayRetry(ProblemException exception) {
        return exception.retryAfterSeconds() != null
                || exception.code().status() == 429
                || exception.code().status() == 503;
    }

    private static int retryAfter(ProblemException exception) {
        Integer seconds = exception.retryAfterSeconds();
        return seconds == null ? DEFAULT_RETRY_SECONDS : seconds;
    }
}
