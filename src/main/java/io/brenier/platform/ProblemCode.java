package io.brenier.platform;

import java.util.Locale;

/** The stable codes of problem details, each with its HTTP status. The wire form is the name in lower case. */
public enum ProblemCode {
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    INVALID_REQUEST(400),
    INVALID_JSON(400),
    INVALID_SPEC(422),
    INVALID_TENSOR_SHAPE(422),
    INVALID_DATATYPE(422),
    BINARY_SIZE_MISMATCH(422),
    NON_FINITE_INPUT(422),
    TOO_FEW_POINTS(422),
    CONSTANT_COLUMN(422),
    UNKNOWN_FIELD(422),
    DIMENSION_MISMATCH(422),
    NON_FINITE_OUTPUT(422),
    DIGEST_MISMATCH(400),
    UNSUPPORTED_MEDIA_TYPE(415),
    NOT_ACCEPTABLE(406),
    METHOD_NOT_ALLOWED(405),
    NOT_FOUND(404),
    PAYLOAD_TOO_LARGE(413),
    RANGE_NOT_SATISFIABLE(416),
    MODEL_NOT_FOUND(404),
    MODEL_NAME_TAKEN(409),
    VERSION_NOT_FOUND(404),
    ALIAS_NOT_FOUND(404),
    MODEL_NOT_READY(503),
    SAMPLE_SET_NOT_FOUND(404),
    SAMPLE_SET_IN_USE(409),
    JOB_NOT_FOUND(404),
    API_KEY_NOT_FOUND(404),
    CHECKPOINT_NOT_FOUND(404),
    SWEEP_NOT_FOUND(404),
    INVALID_STATE(409),
    IDEMPOTENCY_KEY_REUSED(422),
    IDEMPOTENCY_KEY_IN_PROGRESS(409),
    PRECONDITION_FAILED(412),
    PRECONDITION_REQUIRED(428),
    QUEUE_FULL(429),
    QUOTA_EXCEEDED(429),
    RATE_LIMITED(429),
    OVERLOADED(503),
    ISSUER_UNAVAILABLE(503),
    CONJUGATE_NOT_CONVERGED(422),
    INVALID_ARCHIVE(422),
    UNSUPPORTED(422),
    SHUTTING_DOWN(503),
    DATABASE_UNAVAILABLE(503),
    INTERNAL(500);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
