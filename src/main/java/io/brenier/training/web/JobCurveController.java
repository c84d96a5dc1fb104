package io.brenier.training.web;

import io.brenier.platform.Excerpt;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.limits.Expensive;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.plot.web.PictureFormat;
import io.brenier.platform.plot.web.PictureRequest;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.brenier.training.store.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pictures of the figures that a training logged. */
@ConditionalOnRole(Role.API)
@RestController
@Tag(name = "Pictures")
@Allowed(Scope.READ)
@Expensive(atLeast = 8 << 20)
class JobCurveController {

    private static final String WIDTH = "800";
    private static final String HEIGHT = "480";

    private final Jobs jobs;
    private final JobCurves curves;

    JobCurveController(Jobs jobs, JobCurves curves) {
        this.jobs = jobs;
        this.curves = curves;
    }

    @GetMapping("/v1/training-jobs/{id}/curves")
    @Operation(
            operationId = "getTrainingJobCurves",
            summary = "Draw the figures that a training logged",
            description =
                    "Any names that …/metrics lists, over the steps, while the training runs and after its end. Without a name: the dual"
                            + " objective, in training and in validation; where the solver logs neither, the first name there is.")
    @ApiResponse(
            responseCode = "200",
            description = "The picture",
            headers = {
                @Header(name = "ETag", description = "Changes with the picture", schema = @Schema(type = "string")),
                @Header(
                        name = "Cache-Control",
                        description = "Where the job has ended, how long the picture may be kept",
                        schema = @Schema(type = "string"))
            },
            content = {
                @Content(mediaType = PictureFormat.SVG_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = PictureFormat.PNG_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(responseCode = "304", description = "It is what If-None-Match names.", content = @Content)
    @Problems({ProblemCode.JOB_NOT_FOUND, ProblemCode.INVALID_STATE})
    ResponseEntity<byte[]> curves(
            @Parameter(description = "The job's id", example = Examples.JOB) @PathVariable String id,
            @Parameter(description = "Names of logged figures; several share one axis.", example = "dual_objective")
                    @RequestParam(name = "metric", required = false)
                    @Nullable
                    List<String> metric,
            @Parameter(
                            description =
                                    "The vertical axis. On a logarithmic one only positive values can be shown; the picture says how many are not.",
                            schema =
                                    @Schema(
                                            allowableValues = {"linear", "log"},
                                            defaultValue = "linear"))
                    @RequestParam(defaultValue = "linear")
                    String scale,
            @Parameter(description = PictureRequest.FORMAT, schema = @Schema(allowableValues = {"svg", "png"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(description = PictureRequest.WIDTH)
                    @RequestParam(defaultValue = WIDTH)
                    @Min(PictureRequest.SMALLEST)
                    @Max(PictureRequest.LARGEST)
                    int width,
            @Parameter(description = PictureRequest.HEIGHT)
                    @RequestParam(defaultValue = HEIGHT)
                    @Min(PictureRequest.SMALLEST)
                    @Max(PictureRequest.LARGEST)
                    int height,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept) {
        PictureRequest request = PictureRequest.of(format, accept, width, height);
        UUID job = JobIds.parse(id);
        // Asked first: what is logged between the two questions must not be taken for the end.
        boolean ended = jobs.get(job).status().ended();
        return request.answer(
                curves.picture(job, metric == null ? List.of() : metric, isLogarithmic(scale), request.size()), ended);
    }

    private static boolean isLogarithmic(String scale) {
        return switch (scale) {
            case "linear" -> false;
            case "log" -> true;
            default ->
                throw ProblemException.at(
                        "scale",
                        ProblemCode.INVALID_REQUEST,
                        "scale is '%s'; allowed are linear and log".formatted(Excerpt.of(scale, 60)));
        };
    }
}
