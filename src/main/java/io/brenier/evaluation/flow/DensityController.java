package io.brenier.evaluation.flow;

import io.brenier.evaluation.EvaluationProperties;
import io.brenier.evaluation.kernel.Conjugate;
import io.brenier.evaluation.kernel.DensityEvaluation;
import io.brenier.evaluation.kernel.DensityEvaluator;
import io.brenier.evaluation.web.EvaluationAnswers;
import io.brenier.evaluation.web.EvaluationOptions;
import io.brenier.evaluation.web.EvaluationParameters;
import io.brenier.evaluation.web.EvaluationQueries;
import io.brenier.evaluation.web.EvaluationQuery;
import io.brenier.evaluation.web.EvaluationRequests;
import io.brenier.evaluation.web.PointsOperation;
import io.brenier.evaluation.web.PointsProblems;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.limits.Expensive;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.points.PointsBody;
import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.brenier.transport.flow.LogDeterminant;
import io.brenier.transport.measure.named.DensityMeasure;
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
import java.util.HashSet;
import java.util.Set;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Evaluates densities of moved measures. */
@ConditionalOnRole(Role.API)
@RestController
@RequestMapping(
        path = "/v1/models/{model}",
        consumes = {PointsFormat.JSON_TYPE, PointsFormat.CSV_TYPE, PointsFormat.NPY_TYPE})
@Tag(name = "Evaluation")
@Allowed(Scope.READ)
@Expensive(perBodyByte = 5)
class DensityController {

    private static final Set<String> MEMBERS = members();

    private final EvaluationQueries queries;
    private final EvaluationRequests requests;
    private final DensityEvaluator evaluator;
    private final Bases bases;
    private final EvaluationAnswers answers;
    private final int mostIterations;

    DensityController(
            EvaluationQueries queries,
            EvaluationRequests requests,
            DensityEvaluator evaluator,
            Bases bases,
            EvaluationAnswers answers,
            EvaluationProperties properties) {
        this.queries = queries;
        this.requests = requests;
        this.evaluator = evaluator;
        this.bases = bases;
        this.answers = answers;
        this.mostIterations = properties.maxIterations();
    }

    @PostMapping("/density")
    @Operation(operationId = "density", summary = "Evaluates the density of a moved measure", description = """
                    The logarithm, in nats, of the density that a base measure has after the map. Forward the base p lies on the source side and the
                    points on the target side: log p(∇f*(y)) − log det ∇²f(∇f*(y)), ∇f* always refined. Inverse the base q lies on the target side
                    and the points on the source side: log q(∇f(x)) + log det ∇²f(x). A row whose Hessian is not positive definite has no density:
                    null in JSON, NaN in the one column of CSV and npy, counted in a header. The potential should be smooth: with leaky ReLU the
                    map jumps, and the density lacks the mass of the jumps.""")
    @RequestBody(
            required = true,
            description = "The points; in JSON with the base, and the options that otherwise stand in the query.",
            content =
                    @Content(
                            mediaType = PointsFormat.JSON_TYPE,
                            schema = @Schema(implementation = DensityBody.class),
                            examples =
                                    @ExampleObject(
                                            "{\"points\": [[0.2, 0.4, 0.6], [0.9, 0.5, 0.1]], \"base\": {\"type\": \"gaussian\", \"mean\": [0.5, 0.5, 0.5], \"scale\": 0.2}}")))
    @ApiResponse(
            responseCode = "200",
            description = "The log-densities",
            headers =
                    @Header(
                            name = "Brenier-Undefined-Rows",
                            description = "Rows without a density",
                            schema = @Schema(type = "integer")),
            content =
                    @Content(
                            mediaType = PointsFormat.JSON_TYPE,
                            schema = @Schema(implementation = DensityAnswer.class)))
    @PointsOperation
    @PointsProblems
    @Problems({ProblemCode.INVALID_SPEC, ProblemCode.SAMPLE_SET_NOT_FOUND, ProblemCode.CONSTANT_COLUMN})
    void density(
            @Parameter(description = "Name of the model.", example = "colours") @PathVariable String model,
            EvaluationParameters parameters,
            DensityParameters density,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        EvaluationQuery query = queries.read(model, parameters, request);
        PointsBody body = requests.read(query, request.getInputStream(), MEMBERS);
        EvaluationOptions options = query.options().and(body.members());
        Conjugate.Refined conjugate = options.refined(mostIterations);
        LogDeterminant logDeterminant =
                density.logDeterminant(body.members(), query.model().dimension());
        BaseJson asked =
                bases.read(density.base(), density.sampleSet(), body.members().get(Bases.MEMBER));
        DensityMeasure base = bases.density(asked, query.model());
        DensityEvaluation evaluation =
                evaluator.at(query.model(), body.points(), query.direction(), base, logDeterminant, conjugate);
        EvaluationRequests.requireConverged(options, evaluation.rows());
        response.setIntHeader("Brenier-Undefined-Rows", evaluation.undefined());
        answers.write(
                query,
                evaluation.rows(),
                DensityAnswer.column(evaluation),
                DensityAnswer.of(query, evaluation),
                response);
    }

    private static Set<String> members() {
        Set<String> members = new HashSet<>(EvaluationOptions.MEMBERS);
        members.addAll(DensityParameters.MEMBERS);
        members.add(Bases.MEMBER);
        return Set.copyOf(members);
    }
}
