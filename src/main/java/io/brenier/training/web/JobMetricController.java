package io.brenier.training.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.brenier.training.store.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures that a training logged. */
@ConditionalOnRole(Role.API)
@RestController
@RequestMapping(path = "/v1/training-jobs/{id}/metrics", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Training jobs")
@Allowed(Scope.READ)
class JobMetricController {

    private final Jobs jobs;

    JobMetricController(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    @Operation(
            operationId = "getTrainingJobMetrics",
            summary = "Get the figures that a training logged",
            description =
                    "Among them dual_objective, amortization_loss, unconverged_rows, learning_rate, step_seconds, steps_per_second, and"
                            + " after a validation validation_dual and validation_cycle_error.")
    @ApiResponse(responseCode = "200", description = "A series for each name")
    @Problems(ProblemCode.JOB_NOT_FOUND)
    MetricSeries metrics(
            @Parameter(description = "The job's id", example = Examples.JOB) @PathVariable String id,
            @Parameter(description = "Only these names; by default all.", example = "dual_objective")
                    @RequestParam(name = "names", required = false)
                    @Nullable
                    List<String> names,
            @Parameter(description = "Only later steps.", example = "0")
                    @RequestParam(name = "after_step", defaultValue = "-1")
                    long afterStep,
            @Parameter(description = "Most logged steps; more than 1000 are cut down to it.", example = "1000")
                    @RequestParam(name = "limit", defaultValue = "1000")
                    @Min(1)
                    int limit) {
        return MetricSeries.of(
                jobs.metrics(JobIds.parse(id), afterStep, Limits.coerce(limit)),
                names == null ? Set.of() : Set.copyOf(names),
                afterStep);
    }
}
