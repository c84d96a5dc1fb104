package io.brenier.evaluation.interpolation;

import io.brenier.evaluation.EvaluationProperties;
import io.brenier.evaluation.kernel.Evaluation;
import io.brenier.evaluation.kernel.MapEvaluator;
import io.brenier.evaluation.web.EvaluationAnswers;
import io.brenier.evaluation.web.EvaluationOptions;
import io.brenier.evaluation.web.EvaluationParameters;
import io.brenier.evaluation.web.EvaluationQueries;
import io.brenier.evaluation.web.EvaluationQuery;
import io.brenier.evaluation.web.EvaluationRequests;
import io.brenier.evaluation.web.PointsOperation;
import io.brenier.evaluation.web.PointsProblems;
import io.brenier.evaluation.web.RowView;
import io.brenier.platform.limits.Expensive;
import io.brenier.platform.limits.MemoryClaims;
import io.brenier.platform.points.PointsBody;
import io.brenier.platform.points.PointsFormat;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
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
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Moves points part of the way. */
@ConditionalOnRole(Role.API)
@RestController
@RequestMapping(
        path = "/v1/models/{model}",
        consumes = {PointsFormat.JSON_TYPE, PointsFormat.CSV_TYPE, PointsFormat.NPY_TYPE})
@Tag(name = "Evaluation")
@Allowed(Scope.READ)
@Expensive(perBodyByte = 5)
class InterpolationController {

    /** Bytes for each number of the answer: computed, stacked, written. */
    private static final int PER_NUMBER = 12;

    private final EvaluationQueries queries;
    private final MapEvaluator evaluator;
    private final EvaluationRequests requests;
    private final EvaluationAnswers answers;
    private final int mostRows;
    private final MemoryClaims memory;

    InterpolationController(
            EvaluationQueries queries,
            MapEvaluator evaluator,
            EvaluationRequests requests,
            EvaluationAnswers answers,
            EvaluationProperties properties,
            MemoryClaims memory) {
        this.memory = memory;
        this.queries = queries;
        this.evaluator = evaluator;
        this.requests = requests;
        this.answers = answers;
        this.mostRows = properties.maxRows();
    }

    @PostMapping("/interpolate")
    @Operation(operationId = "interpolate", summary = "Moves points part of the way", description = """
                    Displacement interpolation: (1 − t) x + t ∇f(x) for every time t, on the straight way from source to target; inverse
                    (1 − t) y + t ∇f*(y), the same way from the other end. The measures on the way are the shortest path between source and
                    target. CSV and npy answers hold the points at the first time, then those at the second, and so on.""")
    @RequestBody(
            required = true,
            description = "The points; in JSON with the times and options that otherwise stand in the query.",
            content =
                    @Content(
                            mediaType = PointsFormat.JSON_TYPE,
                            schema = @Schema(implementation = InterpolationBody.class),
                            examples = @ExampleObject("{\"points\": [[0.2, 0.4, 0.6]], \"t\": [0.25, 0.5, 0.75]}")))
    @ApiResponse(
            responseCode = "200",
            description = "The points at every time",
            content =
                    @Content(
                            mediaType = PointsFormat.JSON_TYPE,
                            schema = @Schema(implementation = InterpolationAnswer.class)))
    @PointsOperation
    @PointsProblems
    void interpolate(
            @Parameter(description = "Name of the model.", example = "colours") @PathVariable String model,
            EvaluationParameters parameters,
            @Parameter(description = "Times from 0 to 1, at most 64, with commas between them.", example = "0.25,0.5")
                    @RequestParam(required = false)
                    @Nullable
                    List<Double> t,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        EvaluationQuery query = queries.read(model, parameters, request);
        Set<String> members = new HashSet<>(EvaluationOptions.MEMBERS);
        members.add(Times.MEMBER);
        PointsBody body = requests.read(query, request.getInputStream(), members);
        Points points = body.points();
        Times times = Times.of(t, body.members().get(Times.MEMBER));
        times.requireRoom(points.rows(), mostRows);
        memory.take((long) PER_NUMBER * times.values().size() * points.rows() * points.dimension());
        Evaluation moved = requests.evaluate(query, points, query.options().and(body.members()), evaluator::transport);
        List<InterpolationAnswer.Step> steps = times.values().stream()
                .map(time -> new InterpolationAnswer.Step(time, Times.between(points, moved.output(), time)))
                .toList();
        InterpolationAnswer answer = new InterpolationAnswer(
                query.model().model(), query.model().version(), query.directionName(), steps, RowView.of(moved.rows()));
        answers.write(query, moved.rows(), answer.stacked(), answer, response);
    }
}
