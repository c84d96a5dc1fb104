package io.brenier.platform.web;

import static java.util.stream.Collectors.joining;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.ProblemException.FieldProblem;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.coyote.BadRequestException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Tells in the user's words what Spring MVC found wrong with a request. */
final class MvcProblems {

    private MvcProblems() {}

    static ProblemException internal() {
        return ProblemException.of(
                ProblemCode.INTERNAL,
                "Something went wrong on our side. Try again; if it stays, tell the operator the trace id.");
    }

    static ProblemException notFound() {
        return ProblemException.of(
                ProblemCode.NOT_FOUND, "There is nothing at this path; /swagger-ui.html shows every path.");
    }

    static ProblemException method(HttpRequestMethodNotSupportedException exception) {
        String[] allowed = Objects.requireNonNullElse(exception.getSupportedMethods(), new String[0]);
        return ProblemException.of(
                ProblemCode.METHOD_NOT_ALLOWED,
                "%s is not allowed here; allowed are %s."
                        .formatted(
                                exception.getMethod(),
                                String.join(
                                        ", ", Arrays.stream(allowed).sorted().toList())));
    }

    static ProblemException mediaType(HttpMediaTypeNotSupportedException exception) {
        MediaType given = exception.getContentType();
        String what = given == null
                ? "The request has no usable Content-Type"
                : "Content-Type '" + given + "' is not read here";
        return ProblemException.of(
                ProblemCode.UNSUPPORTED_MEDIA_TYPE, what + "; send " + list(exception.getSupportedMediaTypes()) + ".");
    }

    static ProblemException notAcceptable(HttpMediaTypeNotAcceptableException exception) {
        return ProblemException.of(
                ProblemCode.NOT_ACCEPTABLE,
                "Accept takes nothing that is made here: " + list(exception.getSupportedMediaTypes()) + ".");
    }

    static ProblemException invalidMembers(MethodArgumentNotValidException exception) {
        for (FieldError error : exception.getFieldErrors()) {
            if (error.contains(TypeMismatchException.class)) {
                return typeMismatch(error.unwrap(TypeMismatchException.class));
            }
        }
        return invalid(exception.getBindingResult().getAllErrors().stream()
                .map(error -> error instanceof FieldError field
                        ? field(field.getField(), message(error))
                        : new FieldProblem("", ProblemCode.INVALID_REQUEST, message(error)))
                .toList());
    }

    static ProblemException invalidParameters(HandlerMethodValidationException exception) {
        return invalid(exception.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> error instanceof FieldError field
                                ? field(field.getField(), message(error))
                                : new FieldProblem(
                                        snakeCase(Objects.requireNonNullElse(
                                                result.getMethodParameter().getParameterName(), "parameter")),
                                        ProblemCode.INVALID_REQUEST,
                                        message(error))))
                .toList());
    }

    static ProblemException typeMismatch(TypeMismatchException exception) {
        String name = exception instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : Objects.requireNonNullElse(exception.getPropertyName(), "parameter");
        String given = Suggestion.shortened(String.valueOf(exception.getValue()));
        return ProblemException.at(
                name,
                ProblemCode.INVALID_REQUEST,
                "The parameter %s is \"%s\"; it must be %s."
                        .formatted(name, given, expected(exception.getRequiredType())));
    }

    static ProblemException invalid(List<FieldProblem> errors) {
        String detail = errors.stream()
                .map(error -> error.pointer() + " " + error.detail())
                .collect(joining("; "));
        return ProblemException.of(ProblemCode.INVALID_REQUEST, "The request is not valid: " + detail + ".", errors);
    }

    static FieldProblem field(String path, @Nullable String message) {
        String pointer = "/"
                + snakeCase(path.replace("].", "/")
                        .replace("]", "")
                        .replace('[', '/')
                        .replace('.', '/'));
        return new FieldProblem(
                pointer, ProblemCode.INVALID_REQUEST, Objects.requireNonNullElse(message, "is not allowed"));
    }

    static ProblemException general(Exception exception, HttpStatusCode status) {
        ProblemCode code = Statuses.code(status);
        if (code == ProblemCode.INTERNAL) {
            return internal();
        }
        String detail = exception instanceof org.springframework.web.ErrorResponse response
                ? response.getBody().getDetail()
                : null;
        return ProblemException.of(code, Objects.requireNonNullElse(detail, Statuses.title(status.value())));
    }

    /** Whether the client's transfer broke off or was no HTTP: its fault, yet perhaps still listening. */
    static boolean isBadTransfer(@Nullable Throwable failure) {
        return switch (failure) {
            case EOFException end -> true;
            case SocketTimeoutException slow -> true;
            case BadRequestException bad -> true;
            case IOException other -> isBadTransfer(other.getCause());
            case null, default -> false;
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                            .collect(joining(", "));
        }
        if (type == null) {
            return "of the documented type";
        }
        return type == Integer.class || type == int.class || type == Long.class || type == long.class
                ? "an integer"
                : type == Boolean.class || type == boolean.class ? "true or false" : "a " + type.getSimpleName();
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not allowed");
    }

    private static String list(List<MediaType> types) {
        return types.stream().map(MediaType::toString).collect(joining(", "));
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
