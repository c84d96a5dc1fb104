package io.brenier.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error (RFC 9457).
 *
 * @param type relative reference that names the code
 * @param title the status in words
 * @param status HTTP status
 * @param detail what was wrong, what was given, what is allowed
 * @param instance path of the request
 * @param code stable name to branch on
 * @param errors single places of the request, where known
 * @param traceId finds this request in logs and traces
 * @param error the detail once more under /v2, where clients of the Open Inference Protocol look for it
 */
@Schema(
        name = "Problem",
        description = "A problem detail (RFC 9457): what was wrong, what was given, what is allowed.",
        requiredProperties = {"type", "title", "status", "detail", "instance", "code", "errors", "traceId"})
public record Problem(
        @Schema(description = "Relative reference that names the code.", example = "/problems/invalid_request")
        String type,

        @Schema(description = "The status in words.", example = "Bad Request")
        String title,

        @Schema(description = "HTTP status.", example = "400")
        int status,

        @Schema(description = "What was wrong, what was given and what is allowed.")
        String detail,

        @Schema(description = "Path of the request.", example = "/v1/sample-sets")
        String instance,

        @Schema(description = "Stable name to branch on.", example = "invalid_request")
        String code,

        @Schema(description = "Single places of the request, where they are known.")
        List<Place> errors,

        @JsonProperty("traceId")
        @Schema(
                name = "traceId",
                description = "Finds this request in logs and traces.",
                example = "5af7651916cd43dd8448eb211c80319c")
        String traceId,

        @Schema(hidden = true) @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String error) {

    private static final String OPEN_INFERENCE = "/v2";

    /** Where problem types are named; a relative reference, since a service does not know under which name it is reached. */
    public static final String TYPES = "/problems/";

    static Problem of(ProblemException exception, String instance, String traceId) {
        ProblemCode code = exception.code();
        return new Problem(
                TYPES + code.wireName(),
                Statuses.title(code.status()),
                code.status(),
                exception.detail(),
                instance,
                code.wireName(),
                exception.errors().stream()
                        .map(error -> new Place(error.pointer(), error.code().wireName(), error.detail()))
                        .toList(),
                traceId,
                instance.equals(OPEN_INFERENCE) || instance.startsWith(OPEN_INFERENCE + "/")
                        ? exception.detail()
                        : null);
    }

    /** One offending place. */
    @Schema(
            name = "ProblemPlace",
            description = "One offending place of a request.",
            requiredProperties = {"pointer", "code", "detail"})
    public record Place(
            @Schema(
                    description = "RFC 6901 pointer into the JSON body, or the name of a parameter.",
                    example = "/points/3/1")
            String pointer,

            @Schema(description = "Stable name to branch on.", example = "non_finite_input")
            String code,

            @Schema(description = "What is wrong there.") String detail) {}
}
