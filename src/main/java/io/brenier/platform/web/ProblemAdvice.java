package io.brenier.platform.web;

import io.brenier.platform.BlobStoreUnavailableException;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.ProblemException.FieldProblem;
import io.brenier.platform.database.BrokenReference;
import io.brenier.platform.database.DatabaseOutage;
import io.brenier.transport.network.InvalidSpecException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/** Turns every exception of a handler into a problem detail. What nobody foresaw is logged with its trace id and told as internal. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private static final int RETRY_SECONDS = 2;

    private final ProblemResponses responses;

    ProblemAdvice(ProblemResponses responses) {
        this.responses = responses;
    }

    @ExceptionHandler
    ResponseEntity<Object> problem(ProblemException exception, HttpServletRequest request) {
        return responses.entity(exception, HttpHeaders.EMPTY, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> invalidSpec(InvalidSpecException exception, HttpServletRequest request) {
        return responses.entity(JsonProblems.invalidSpec(exception, ""), HttpHeaders.EMPTY, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> invalidJson(JacksonException exception, HttpServletRequest request) {
        return responses.entity(JsonProblems.describe(exception), HttpHeaders.EMPTY, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> violations(ConstraintViolationException exception, HttpServletRequest request) {
        List<FieldProblem> errors = exception.getConstraintViolations().stream()
                .map(violation ->
                        MvcProblems.field(String.valueOf(violation.getPropertyPath()), violation.getMessage()))
                .toList();
        return responses.entity(MvcProblems.invalid(errors), HttpHeaders.EMPTY, request);
    }

    /** Query strings that are none, such as {@code ?=1}: Tomcat finds them when the first parameter is asked for. */
    @ExceptionHandler
    ResponseEntity<Object> invalidParameter(InvalidParameterException exception, HttpServletRequest request) {
        ProblemException problem = ProblemException.of(
                ProblemCode.INVALID_REQUEST,
                "The query cannot be read; it is written name=value&name=value, percent-encoded.");
        return responses.entity(problem, HttpHeaders.EMPTY, request);
    }

    /** The client is gone: there is nobody to answer, and nothing went wrong here. */
    @ExceptionHandler
    void clientAbort(ClientAbortException exception) {
        log.debug("The client went away: {}", exception.toString());
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> anythingElse(Exception exception, HttpServletRequest request) {
        if (MvcProblems.isBadTransfer(exception)) {
            return responses.entity(
                    ProblemException.of(
                            ProblemCode.INVALID_REQUEST, "The body could not be read to its end; send it again."),
                    HttpHeaders.EMPTY,
                    request);
        }
        if (DatabaseOutage.is(exception)) {
            log.warn("The database did not answer to {} {}", request.getMethod(), request.getRequestURI(), exception);
            return responses.entity(
                    ProblemException.retryLater(
                            ProblemCode.DATABASE_UNAVAILABLE,
                            "The database does not answer at present; ask again.",
                            RETRY_SECONDS),
                    HttpHeaders.EMPTY,
                    request);
        }
        if (BlobStoreUnavailableException.isBehind(exception)) {
            log.warn("The blob store did not answer to {} {}", request.getMethod(), request.getRequestURI(), exception);
            return responses.entity(
                    ProblemException.retryLater(
                            ProblemCode.STORAGE_UNAVAILABLE,
                            "The store of samples and models does not answer at present; ask again.",
                            RETRY_SECONDS),
                    HttpHeaders.EMPTY,
                    request);
        }
        if (BrokenReference.is(exception)) {
            log.warn("A reference was refused at {} {}", request.getMethod(), request.getRequestURI(), exception);
            return responses.entity(
                    ProblemException.of(
                            ProblemCode.INVALID_STATE,
                            "Something that the request refers to was removed, or came to be used, at the same moment; look at what there is and ask again."),
                    HttpHeaders.EMPTY,
                    request);
        }
        log.error("Unforeseen failure of {} {}", request.getMethod(), request.getRequestURI(), exception);
        return responses.entity(MvcProblems.internal(), HttpHeaders.EMPTY, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (exception.getCause() instanceof ClientAbortException) {
            return null;
        }
        ProblemException problem = switch (exception.getCause()) {
            case ProblemException told -> told;
            case JacksonException json -> JsonProblems.describe(json);
            case null, default ->
                ProblemException.of(
                        ProblemCode.INVALID_REQUEST, "The body is missing or cannot be read; send a JSON object.");
        };
        return respond(problem, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return respond(MvcProblems.invalidMembers(exception), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return respond(MvcProblems.invalidParameters(exception), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException exception, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return respond(MvcProblems.typeMismatch(exception), headers, request);
    }

    /** Whatever else the framework found: its status, our words. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemException problem = switch (exception) {
            case HttpRequestMethodNotSupportedException method -> MvcProblems.method(method);
            case HttpMediaTypeNotSupportedException type -> MvcProblems.mediaType(type);
            case HttpMediaTypeNotAcceptableException type -> MvcProblems.notAcceptable(type);
            case NoResourceFoundException resource -> MvcProblems.notFound();
            case NoHandlerFoundException handler -> MvcProblems.notFound();
            case MissingServletRequestParameterException parameter ->
                ProblemException.at(
                        parameter.getParameterName(),
                        ProblemCode.INVALID_REQUEST,
                        "The parameter " + parameter.getParameterName() + " is missing.");
            default -> MvcProblems.general(exception, status);
        };
        if (problem.code() == ProblemCode.INTERNAL) {
            log.error("Unforeseen failure of {}", request.getDescription(false), exception);
        }
        return respond(problem, headers, request);
    }

    private @Nullable ResponseEntity<Object> respond(
            ProblemException problem, HttpHeaders headers, WebRequest request) {
        ServletWebRequest servlet = (ServletWebRequest) request;
        if (servlet.getResponse() != null && servlet.getResponse().isCommitted()) {
            return null;
        }
        return responses.entity(problem, headers, servlet.getRequest());
    }
}
