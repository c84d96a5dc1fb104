package io.brenier.platform.web;

import io.brenier.platform.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** Between HTTP statuses and problem codes. */
final class Statuses {

    private Statuses() {}

    static String title(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "Error" : known.getReasonPhrase();
    }

    /** The most general code of a status that the framework chose. */
    static ProblemCode code(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> ProblemCode.UNAUTHORIZED;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 408 -> ProblemCode.REQUEST_TIMEOUT;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 412 -> ProblemCode.PRECONDITION_FAILED;
            case 413 -> ProblemCode.PAYLOAD_TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case 416 -> ProblemCode.RANGE_NOT_SATISFIABLE;
            case 503 -> ProblemCode.SHUTTING_DOWN;
            default -> status.is4xxClientError() ? ProblemCode.INVALID_REQUEST : ProblemCode.INTERNAL;
        };
    }
}
