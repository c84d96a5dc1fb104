package io.brenier.evaluation.web;

import io.brenier.evaluation.kernel.MapEvaluator;
import io.brenier.models.ModelResolver;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.points.PointsFormat;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Evaluates models on the points of a request. */
@RestController
@RequestMapping(
        path = "/v1/models/{model}",
        consumes = {PointsFormat.JSON_TYPE, PointsFormat.CSV_TYPE, PointsFormat.NPY_TYPE})
@Tag(name = "Evaluation", description = "Moves points by a learned map, and evaluates its potentials.")
class EvaluationController {

    private static final String MODEL = "Name of the model.";
    private static final String VERSION =
            "Number of the version; without it and alias: the version under the alias 'latest', or the newest where there is no such alias.";
    private static final String ALIAS = "Alias of the version, instead of its number.";
    private static final String CONJUGATE =
            "amortized (default): the network's guess of ∇f*; refined: solved from there, row by row. Forward needs neither and is the same with both.";
    private static final String TOLERANCE =
            "Refined only: a row has converged when no component of ∇f(x) − y exceeds this part of the target's spread, the root of its mean variance. Default 0.001.";
    private static final String ITERATIONS = "Refined only: most iterations of a row. Default 100.";
    private static final String CONVERGED =
            "Refined only: refuse the whole answer, with conjugate_not_converged, if any row did not converge.";
    private static final String UNCONVERGED = "Rows that did not converge; only in refined answers";
    private static final String JSON_EXAMPLE = "{\"points\": [[0.2, 0.4, 0.6], [0.9, 0.5, 0.1]]}";
    private static final String CSV_EXAMPLE = "0.2,0.4,0.6\n0.9,0.5,0.1\n";

    private final ModelResolver models;
    private final MapEvaluator evaluator;
    private final EvaluationRequests requests;
    private final EvaluationAnswers answers;

    EvaluationController(
            ModelResolver models, MapEvaluator evaluator, EvaluationRequests requests, EvaluationAnswers answers) {
        this.models = models;
        this.evaluator = evaluator;
        this.requests = requests;
        this.answers = answers;
    }

    @PostMapping("/transport")
    @Operation(operationId = "transport", summary = "Moves points", description = """
                    Forward by ∇f, from source to target, or back by ∇f*. The body is JSON, CSV or npy; so is the answer, by Accept, and in the
                    body's format where Accept has no preference. Every row is answered by itself: a row's answer depends neither on its
                    neighbours nor on what else the service does, to the last bit. A row of a refined answer that does not converge is no error:
                    its status says so, and it holds the best point found.""")
    @RequestBody(
            required = true,
            description = "The points; in JSON with the options that otherwise stand in the query.",
            content = {
                @Content(
                        mediaType = PointsFormat.JSON_TYPE,
                        schema = @Schema(implementation = EvaluationBody.class),
                        examples = @ExampleObject(JSON_EXAMPLE)),
                @Content(
                        mediaType = PointsFormat.CSV_TYPE,
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject(CSV_EXAMPLE)),
                @Content(mediaType = PointsFormat.NPY_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The moved points",
            headers = {
                @Header(name = "Brenier-Model", description = MODEL, schema = @Schema(type = "string")),
                @Header(
                        name = "Brenier-Version",
                        description = "The version that answered",
                        schema = @Schema(type = "integer")),
                @Header(
                        name = "Brenier-Direction",
                        description = "forward or inverse",
                        schema = @Schema(type = "string")),
                @Header(
                        name = "Brenier-Unconverged-Rows",
                        description = UNCONVERGED,
                        schema = @Schema(type = "integer"))
            },
            content = {
                @Content(mediaType = PointsFormat.JSON_TYPE, schema = @Schema(implementation = TransportAnswer.class)),
                @Content(mediaType = PointsFormat.CSV_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = PointsFormat.NPY_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @Problems({
        ProblemCode.MODEL_NOT_FOUND,
        ProblemCode.VERSION_NOT_FOUND,
        ProblemCode.ALIAS_NOT_FOUND,
        ProblemCode.INVALID_TENSOR_SHAPE,
        ProblemCode.INVALID_DATATYPE,
        ProblemCode.NON_FINITE_INPUT,
        ProblemCode.TOO_FEW_POINTS,
        ProblemCode.UNKNOWN_FIELD,
        ProblemCode.DIMENSION_MISMATCH,
        ProblemCode.NON_FINITE_OUTPUT,
        ProblemCode.CONJUGATE_NOT_CONVERGED,
        ProblemCode.MODEL_NOT_READY
    })
    void transport(
            @Parameter(description = MODEL, example = "colours") @PathVariable String model,
            @Parameter(
                            description = "forward (default): ∇f, source to target; inverse: ∇f*, back.",
                            schema =
                                    @Schema(
                                            allowableValues = {"forward", "inverse"},
                                            defaultValue = "forward"))
                    @RequestParam(required = false)
                    @Nullable
                    String direction,
            @Parameter(description = VERSION) @RequestParam(required = false) @Nullable Integer version,
            @Parameter(description = ALIAS) @RequestParam(required = false) @Nullable String alias,
            @Parameter(description = CONJUGATE, schema = @Schema(allowableValues = {"amortized", "refined"}))
                    @RequestParam(required = false)
                    @Nullable
                    String conjugate,
            @Parameter(description = TOLERANCE) @RequestParam(required = false) @Nullable Double tolerance,
            @Parameter(description = ITERATIONS) @RequestParam(name = "max_iterations", required = false) @Nullable
                    Integer maxIterations,
            @Parameter(description = CONVERGED) @RequestParam(name = "require_converged", required = false) @Nullable
                    Boolean requireConverged,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        EvaluationOptions options = new EvaluationOptions(conjugate, tolerance, maxIterations, requireConverged);
        EvaluationQuery query = query(model, version, alias, direction, options, request);
        answers.transport(query, requests.evaluate(query, request.getInputStream(), evaluator::transport), response);
    }

    @PostMapping("/potential")
    @Operation(operationId = "potential", summary = "Evaluates a potential", description = """
                    f at source points (forward), or its convex conjugate f* at target points (inverse): amortized a lower bound of f*, refined the
                    solver's. Values are known up to one constant: f + c goes with f* − c. CSV and npy answers have one column.""")
    @RequestBody(
            required = true,
            description = "The points; in JSON with the options that otherwise stand in the query.",
            content = {
                @Content(
                        mediaType = PointsFormat.JSON_TYPE,
                        schema = @Schema(implementation = EvaluationBody.class),
                        examples = @ExampleObject(JSON_EXAMPLE)),
                @Content(
                        mediaType = PointsFormat.CSV_TYPE,
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject(CSV_EXAMPLE)),
                @Content(mediaType = PointsFormat.NPY_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The values",
            headers = {
                @Header(name = "Brenier-Model", description = MODEL, schema = @Schema(type = "string")),
                @Header(
                        name = "Brenier-Version",
                        description = "The version that answered",
                        schema = @Schema(type = "integer")),
                @Header(
                        name = "Brenier-Direction",
                        description = "forward or inverse",
                        schema = @Schema(type = "string")),
                @Header(
                        name = "Brenier-Unconverged-Rows",
                        description = UNCONVERGED,
                        schema = @Schema(type = "integer"))
            },
            content = {
                @Content(mediaType = PointsFormat.JSON_TYPE, schema = @Schema(implementation = PotentialAnswer.class)),
                @Content(mediaType = PointsFormat.CSV_TYPE, schema = @Schema(type = "string")),
                @Content(mediaType = PointsFormat.NPY_TYPE, schema = @Schema(type = "string", format = "binary"))
            })
    @Problems({
        ProblemCode.MODEL_NOT_FOUND,
        ProblemCode.VERSION_NOT_FOUND,
        ProblemCode.ALIAS_NOT_FOUND,
        ProblemCode.INVALID_TENSOR_SHAPE,
        ProblemCode.INVALID_DATATYPE,
        ProblemCode.NON_FINITE_INPUT,
        ProblemCode.TOO_FEW_POINTS,
        ProblemCode.UNKNOWN_FIELD,
        ProblemCode.DIMENSION_MISMATCH,
        ProblemCode.NON_FINITE_OUTPUT,
        ProblemCode.CONJUGATE_NOT_CONVERGED,
        ProblemCode.MODEL_NOT_READY
    })
    void potential(
            @Parameter(description = MODEL, example = "colours") @PathVariable String model,
            @Parameter(
                            description = "forward (default): f at source points; inverse: f* at target points.",
                            schema =
                                    @Schema(
                                            allowableValues = {"forward", "inverse"},
                                            defaultValue = "forward"))
                    @RequestParam(required = false)
                    @Nullable
                    String direction,
            @Parameter(description = VERSION) @RequestParam(required = false) @Nullable Integer version,
            @Parameter(description = ALIAS) @RequestParam(required = false) @Nullable String alias,
            @Parameter(description = CONJUGATE, schema = @Schema(allowableValues = {"amortized", "refined"}))
                    @RequestParam(required = false)
                    @Nullable
                    String conjugate,
            @Parameter(description = TOLERANCE) @RequestParam(required = false) @Nullable Double tolerance,
            @Parameter(description = ITERATIONS) @RequestParam(name = "max_iterations", required = false) @Nullable
                    Integer maxIterations,
            @Parameter(description = CONVERGED) @RequestParam(name = "require_converged", required = false) @Nullable
                    Boolean requireConverged,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        EvaluationOptions options = new EvaluationOptions(conjugate, tolerance, maxIterations, requireConverged);
        EvaluationQuery query = query(model, version, alias, direction, options, request);
        answers.potential(query, requests.evaluate(query, request.getInputStream(), evaluator::potential), response);
    }

    private EvaluationQuery query(
            String model,
            @Nullable Integer version,
            @Nullable String alias,
            @Nullable String direction,
            EvaluationOptions options,
            HttpServletRequest request) {
        PointsFormat in = PointsFormat.ofContentType(request.getContentType());
        PointsFormat out = PointsFormat.ofAccept(request.getHeader(HttpHeaders.ACCEPT), in);
        return new EvaluationQuery(
                models.resolve(model, version, alias), EvaluationQuery.direction(direction), options, in, out);
    }
}
