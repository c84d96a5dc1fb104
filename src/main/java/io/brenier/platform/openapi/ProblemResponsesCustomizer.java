package io.brenier.platform.openapi;

import static java.util.stream.Collectors.joining;

import io.brenier.platform.ProblemCode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Writes the problems of {@link Problems}, and those that any operation may meet, into each operation of the document. */
@Component
class ProblemResponsesCustomizer implements GlobalOperationCustomizer {

    private static final Set<ProblemCode> ANY = EnumSet.of(
            ProblemCode.INVALID_REQUEST,
            ProblemCode.UNAUTHORIZED,
            ProblemCode.FORBIDDEN,
            ProblemCode.RATE_LIMITED,
            ProblemCode.OVERLOADED,
            ProblemCode.NOT_ACCEPTABLE,
            ProblemCode.INTERNAL,
            ProblemCode.SHUTTING_DOWN,
            ProblemCode.DATABASE_UNAVAILABLE,
            ProblemCode.STORAGE_UNAVAILABLE);
    private static final Set<ProblemCode> WITH_BODY =
            EnumSet.of(ProblemCode.INVALID_JSON, ProblemCode.UNSUPPORTED_MEDIA_TYPE, ProblemCode.PAYLOAD_TOO_LARGE);

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Set<ProblemCode> codes = EnumSet.copyOf(ANY);
        if (operation.getRequestBody() != null) {
            codes.addAll(WITH_BODY);
        }
        MergedAnnotations.from(method.getMethod(), SearchStrategy.TYPE_HIERARCHY).stream(Problems.class)
                .forEach(named -> codes.addAll(List.of(named.getEnumArray(MergedAnnotation.VALUE, ProblemCode.class))));
        TreeMap<Integer, List<ProblemCode>> byStatus = new TreeMap<>();
        codes.forEach(code -> byStatus.computeIfAbsent(code.status(), status -> new ArrayList<>())
                .add(code));
        byStatus.forEach((status, problems) ->
                operation.getResponses().put(Integer.toString(status), response(status, problems)));
        return operation;
    }

    private static ApiResponse response(int status, List<ProblemCode> codes) {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/Problem");
        ApiResponse response = new ApiResponse()
                .description(
                        "Problem: " + codes.stream().map(ProblemCode::wireName).collect(joining(", ")))
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
        if (status == 429 || status == 503) {
            response.addHeaderObject(
                    "Retry-After",
                    new Header()
                            .description("Seconds to wait before the next try")
                            .schema(new IntegerSchema()));
        }
        return response;
    }
}
