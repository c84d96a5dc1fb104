package io.brenier.evaluation.flow;

import io.brenier.evaluation.EvaluationProperties;
import io.brenier.evaluation.kernel.Evaluation;
import io.brenier.evaluation.kernel.MapEvaluator;
import io.brenier.evaluation.web.EvaluationAnswers;
import io.brenier.evaluation.web.EvaluationParameters;
import io.brenier.evaluation.web.EvaluationQueries;
import io.brenier.evaluation.web.EvaluationQuery;
import io.brenier.evaluation.web.EvaluationRequests;
import io.brenier.evaluation.web.PointsOperation;
import io.brenier.evaluation.web.RowView;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.limits.Expensive;
import io.brenier.platform.limits.MemoryClaims;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.brenier.transport.measure.named.Measure;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Draws samples of moved measures. */
@ConditionalOnRole(Role.API)
@RestController
@RequestMapping(path = "/v1/models/{model}", consumes = PointsFormat.JSON_TYPE)
@Tag(name = "Evaluation")
@Allowed(Scope.READ)
@Expensive(perBodyByte = 5)
class SampleController {

    /** Bytes for each number of the answer: drawn, moved, written. */
    private static final int PER_NUMBER = 16;

    private final EvaluationQueries queries;
    private final EvaluationRequests requests;
    private final MapEvaluator evaluator;
    private final Bases bases;
    private final EvaluationAnswers answers;
    private final EvaluationProperties properties;
    private final MemoryClaims memory;

    SampleController(
            EvaluationQueries queries,
            EvaluationRequests requests,
            MapEvaluator evaluator,
            Bases bases,
            EvaluationAnswers answers,
            EvaluationProperties properties,
            MemoryClaims memory) {
        this.queries = queries;
        this.requests = requests;
        this.evaluator = evaluator;
        this.bases = bases;
        this.answers = answers;
        this.properties = properties;
        this.memory = memory;
    }

    @PostMapping("/sample")
    @Operation(operationId = "sample", summary = "Draws samples of a moved measure", description = """
                    Draws from the base, a Gaussian, a mixture or a stored set with replacement, and moves what was drawn: forward by ∇f to the target
                    side, or inverse by ∇f* to the source side. The same seed gives the same samples, and more begin with those that fewer give.""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = PointsFormat.JSON_TYPE,
                            schema = @Schema(implementation = SampleBody.class),
                            examples =
                                    @ExampleObject(
                                            "{\"count\": 5, \"seed\": 1, \"base\": {\"type\": \"gaussian\", \"scale\": 0.2}}")))
    @ApiResponse(
            responseCode = "200",
            description = "The samples",
            content =
                    @Content(mediaType = PointsFormat.JSON_TYPE, schema = @Schema(implementation = SampleAnswer.class)))
    @PointsOperation(pointsIn = false)
    @Problems({
        ProblemCode.INVALID_SPEC,
        ProblemCode.SAMPLE_SET_NOT_FOUND,
        ProblemCode.DIMENSION_MISMATCH,
        ProblemCode.CONSTANT_COLUMN
    })
    void sample(
            @Parameter(description = "Name of the model.", example = "colours") @PathVariable String model,
            EvaluationParameters parameters,
            @RequestBody SampleBody body,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        EvaluationQuery query = queries.read(model, parameters, request);
        int count = count(body.count(), query.model().dimension());
        long seed = body.seed() == null ? 0 : body.seed();
        if (body.base() == null) {
            throw ProblemException.at("/base", ProblemCode.INVALID_SPEC, "base is missing: the measure to draw from");
        }
        Measure base = bases.measure(body.base(), query.model());
        memory.take((long) PER_NUMBER * count * query.model().dimension());
        Evaluation moved = requests.evaluate(query, base.sample(count, seed), query.options(), evaluator::transport);
        SampleAnswer answer = new SampleAnswer(
                query.model().model(),
                query.model().version(),
                query.directionName(),
                seed,
                moved.output(),
                RowView.of(moved.rows()));
        answers.write(query, moved.rows(), moved.output(), answer, response);
    }

    private int count(@Nullable Integer given, int dimension) {
        long most = Math.min(properties.maxRows(), properties.maxBytes().toBytes() / Float.BYTES / dimension);
        if (given == null || given < 1 || given > most) {
            throw ProblemException.at(
                    "/count",
                    ProblemCode.INVALID_SPEC,
                    "count is %s; allowed is 1 to %d".formatted(given == null ? "missing" : given, most));
        }
        return given;
    }
}
