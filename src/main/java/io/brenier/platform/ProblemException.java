package io.brenier.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that cannot be served, told as a problem detail: what was wrong, what was given, what is allowed. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<FieldProblem> errors;
    private final @Nullable Integer retryAfterSeconds;

    private ProblemException(
            ProblemCode code, String detail, List<FieldProblem> errors, @Nullable Integer retryAfterSeconds) {
        super(detail);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public static ProblemException of(ProblemCode code, String detail) {
        return new ProblemException(code, detail, List.of(), null);
    }

    /** A problem with one place of the request's body, named by an RFC 6901 pointer. */
    public static ProblemException at(String pointer, ProblemCode code, String detail) {
        return new ProblemException(code, detail, List.of(new FieldProblem(pointer, code, detail)), null);
    }

    public static ProblemException of(ProblemCode code, String detail, List<FieldProblem> errors) {
        return new ProblemException(code, detail, errors, null);
    }

    /** For 429 and 503, which always say when to come back. */
    public static ProblemException retryLater(ProblemCode code, String detail, int seconds) {
        return new ProblemException(code, detail, List.of(), seconds);
    }

    /** The same problem, told of an object that stands deeper in the request. */
    public ProblemException under(String pointer) {
        return new ProblemException(
                code,
                detail(),
                errors.stream()
                        .map(error -> new FieldProblem(pointer + error.pointer(), error.code(), error.detail()))
                        .toList(),
                retryAfterSeconds);
    }

    public ProblemCode code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldProblem> errors() {
        return errors;
    }

    public @Nullable Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** One offending place of a request. */
    public record FieldProblem(String pointer, ProblemCode code, String detail) {}
}
