package io.brenier.evaluation.web;

import io.brenier.evaluation.kernel.MapEvaluator;
import io.brenier.platform.limits.Expensive;
import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Evaluates models on the points of a request. */
@ConditionalOnRole(Role.API)
@RestController
@RequestMapping(
        path = "/v1/models/{model}",
        consumes = {PointsFormat.JSON_TYPE, PointsFormat.CSV_TYPE, PointsFormat.NPY_TYPE})
@Tag(name = "Evaluation", description = "Moves points by a learned map, and evaluates its potentials.")
@Allowed(Scope.READ)
@Expensive(perBodyByte = 5)
class EvaluationController {

    private static final String BODY = "The points; in JSON with the options that otherwise stand in the query.";
    private static final String JSON_EXAMPLE = "{\"points\": [[0.2, 0.4, 0.6], [0.9, 0.5, 0.1]]}";

    private final EvaluationQueries queries;
    private final MapEvaluator evaluator;
    private final EvaluationRequests requests;
    private final EvaluationAnswers answers;

    EvaluationController(
            EvaluationQueries queries, MapEvaluator evaluator, EvaluationRequests requests, EvaluationAnswers answers) {
        this.queries = queries;
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
            description = BODY,
            content =
                    @Content(
                            mediaType = PointsFormat.JSON_TYPE,
                            schema = @Schema(implementation = EvaluationBody.class),
                            examples = @ExampleObject(JSON_EXAMPLE)))
    @ApiResponse(
            responseCode = "200",
            description = "The moved points",
            content =
                    @Content(
                            mediaType = PointsFormat.JSON_TYPE,
                            schema = @Schema(implementation = TransportAnswer.class)))
    @PointsOperation
    @PointsProblems
    void transport(
            @Parameter(description = "Name of the model.", example = "colours") @PathVariable String model,
            EvaluationParameters parameters,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        EvaluationQuery query = queries.read(model, parameters, request);
        answers.transport(query, requests.evaluate(query, request.getInputStream(), evaluator::transport), response);
    }

    @PostMapping("/potential")
    @Operation(operationId = "potential", summary = "Evaluates a potential", description = """
                    f at source points (forward), or its convex conjugate f* at target points (inverse): amortized a lower bound of f*, refined the
                    solver's. Values are known up to one constant: f + c goes with f* − c. CSV and npy answers have one column.""")
    @RequestBody(
            required = true,
            description = BODY,
            content =
                    @Content(
                            mediaType = PointsFormat.JSON_TYPE,
                            schema = @Schema(implementation = EvaluationBody.class),
                            examples = @ExampleObject(JSON_EXAMPLE)))
    @ApiResponse(
            responseCode = "200",
            description = "The values",
            content =
                    @Content(
                            mediaType = PointsFormat.JSON_TYPE,
                            schema = @Schema(implementation = PotentialAnswer.class)))
    @PointsOperation
    @PointsProblems
    void potential(
            @Parameter(description = "Name of the model.", example = "colours") @PathVariable String model,
            EvaluationParameters parameters,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        EvaluationQuery query = queries.read(model, parameters, request);
        answers.potential(query, requests.evaluate(query, request.getInputStream(), evaluator::potential), response);
    }
}
