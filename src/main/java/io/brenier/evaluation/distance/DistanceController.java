package io.brenier.evaluation.distance;

import io.brenier.evaluation.EvaluationProperties;
import io.brenier.evaluation.kernel.Conjugate;
import io.brenier.evaluation.kernel.Evaluation;
import io.brenier.evaluation.kernel.MapEvaluator;
import io.brenier.evaluation.kernel.RowReport;
import io.brenier.evaluation.web.EvaluationOptions;
import io.brenier.evaluation.web.EvaluationRequests;
import io.brenier.models.ModelResolver;
import io.brenier.models.ResolvedModel;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.limits.Expensive;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.points.LimitedStream;
import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.brenier.platform.web.JsonProblems;
import io.brenier.transport.conjugate.LbfgsSpec;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.metric.W2Estimate;
import io.brenier.transport.tensor.Points;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/** Estimates the distance between two sets. */
@ConditionalOnRole(Role.API)
@RestController
@RequestMapping(path = "/v1/models/{model}", consumes = PointsFormat.JSON_TYPE, produces = PointsFormat.JSON_TYPE)
@Tag(name = "Evaluation")
@Allowed(Scope.READ)
@Expensive(perBodyByte = 8)
class DistanceController {

    private final ModelResolver models;
    private final MapEvaluator evaluator;
    private final DistanceSides sides;
    private final EvaluationProperties properties;
    private final JsonMapper json;

    DistanceController(
            ModelResolver models,
            MapEvaluator evaluator,
            DistanceSides sides,
            EvaluationProperties properties,
            JsonMapper json) {
        this.models = models;
        this.evaluator = evaluator;
        this.sides = sides;
        this.properties = properties;
        this.json = json;
    }

    @PostMapping("/distance")
    @Operation(operationId = "distance", summary = "Estimates the distance between two sets", description = """
                    W2 between samples of source and target, stored or sent, by the model's potentials (the dual) and by its map (the primal). Where
                    the model is the optimal map between them both agree up to sampling; where it is not, the dual stays a lower bound. f* is
                    refined. Both are given for the cost |x − y|² and, as half of it, for ½|x − y|².""")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = PointsFormat.JSON_TYPE,
                            schema = @Schema(implementation = DistanceBody.class),
                            examples =
                                    @ExampleObject(
                                            "{\"source\": {\"points\": [[0.2, 0.4, 0.6], [0.9, 0.5, 0.1]]}, \"target\": {\"points\": [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]}}")))
    @ApiResponse(responseCode = "200", description = "The distance")
    @Problems({
        ProblemCode.MODEL_NOT_FOUND,
        ProblemCode.VERSION_NOT_FOUND,
        ProblemCode.ALIAS_NOT_FOUND,
        ProblemCode.SAMPLE_SET_NOT_FOUND,
        ProblemCode.UNKNOWN_FIELD,
        ProblemCode.INVALID_TENSOR_SHAPE,
        ProblemCode.NON_FINITE_INPUT,
        ProblemCode.TOO_FEW_POINTS,
        ProblemCode.DIMENSION_MISMATCH,
        ProblemCode.CONJUGATE_NOT_CONVERGED,
        ProblemCode.NON_FINITE_OUTPUT,
        ProblemCode.MODEL_NOT_READY
    })
    DistanceAnswer distance(
            @Parameter(description = "Name of the model.", example = "colours") @PathVariable String model,
            @Parameter(description = "Number of the version.") @RequestParam(required = false) @Nullable
                    Integer version,
            @Parameter(description = "Alias of the version, instead of its number.")
                    @RequestParam(required = false)
                    @Nullable
                    String alias,
            @Parameter(
                            description =
                                    "A row has converged when no component of ∇f(x) − y exceeds this part of the target's spread. Default 0.001.")
                    @RequestParam(required = false)
                    @Nullable
                    Double tolerance,
            @Parameter(description = "Most iterations of a row. Default " + LbfgsSpec.REFINED_ITERATIONS + ".")
                    @RequestParam(name = "max_iterations", required = false)
                    @Nullable
                    Integer maxIterations,
            @Parameter(description = "Refuse the answer, with conjugate_not_converged, if any row did not converge.")
                    @RequestParam(name = "require_converged", required = false)
                    @Nullable
                    Boolean requireConverged,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        ResolvedModel resolved = models.resolve(model, version, alias);
        EvaluationOptions options = new EvaluationOptions(null, tolerance, maxIterations, requireConverged);
        Conjugate.Refined conjugate = options.refined(properties.maxIterations());
        DistanceBody body = read(request);
        Points source = sides.points(body.source(), resolved, "/source");
        Points target = sides.points(body.target(), resolved, "/target");
        Evaluation images = evaluator.transport(resolved, source, Direction.FORWARD, conjugate);
        Evaluation potentials = evaluator.potential(resolved, source, Direction.FORWARD, conjugate);
        Evaluation conjugates = evaluator.potential(resolved, target, Direction.INVERSE, conjugate);
        RowReport rows = conjugates.rows();
        if (rows != null) {
            EvaluationRequests.requireConverged(options, rows);
        }
        return new DistanceAnswer(
                resolved.model(),
                resolved.version(),
                source.rows(),
                target.rows(),
                DistanceAnswer.Estimate.of(W2Estimate.byDual(
                        source,
                        potentials.output().values(),
                        target,
                        conjugates.output().values())),
                DistanceAnswer.Estimate.of(W2Estimate.byMap(source, images.output())),
                conjugates.unconverged());
    }

    private DistanceBody read(HttpServletRequest request) throws IOException {
        try (LimitedStream stream = new LimitedStream(
                request.getInputStream(), properties.maxBytes().toBytes())) {
            DistanceBody body = json.readValue(stream, DistanceBody.class);
            return body == null ? new DistanceBody(null, null) : body;
        } catch (JacksonIOException wrapped) {
            throw wrapped.getCause();
        } catch (JacksonException unreadable) {
            throw JsonProblems.describe(unreadable);
        }
    }
}
