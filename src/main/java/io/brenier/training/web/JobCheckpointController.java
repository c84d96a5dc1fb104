package io.brenier.training.web;

import io.brenier.models.ModelVersionId;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.brenier.training.run.CheckpointPromotion;
import io.brenier.training.store.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A job's checkpoints. */
@ConditionalOnRole(Role.API)
@RestController
@RequestMapping(path = "/v1/training-jobs/{id}/checkpoints", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Training jobs")
@Allowed(Scope.READ)
class JobCheckpointController {

    private final Jobs jobs;
    private final CheckpointPromotion promotion;

    JobCheckpointController(Jobs jobs, CheckpointPromotion promotion) {
        this.jobs = jobs;
        this.promotion = promotion;
    }

    @GetMapping
    @Operation(
            operationId = "listTrainingJobCheckpoints",
            summary = "List a job's checkpoints",
            description = "The last ones are kept (brenier.training.keep-checkpoints), also after the job's end.")
    @ApiResponse(responseCode = "200", description = "The kept checkpoints, by step")
    @Problems(ProblemCode.JOB_NOT_FOUND)
    CheckpointList list(@Parameter(description = "The job's id", example = Examples.JOB) @PathVariable String id) {
        return CheckpointList.of(jobs.checkpoints(JobIds.parse(id)));
    }

    @PostMapping("/{step}/promote")
    @Allowed(Scope.TRAIN)
    @Operation(
            operationId = "promoteTrainingJobCheckpoint",
            summary = "Make a model version of a checkpoint",
            description =
                    "Publishes the best map that the checkpoint holds: of a training that failed, or before it is done.")
    @ApiResponse(
            responseCode = "201",
            description = "The new version",
            headers =
                    @Header(
                            name = "Location",
                            description = "The version",
                            schema = @Schema(type = "string", format = "uri-reference")),
            content = @Content(schema = @Schema(implementation = TrainingJob.ModelVersion.class)))
    @Problems({
        ProblemCode.JOB_NOT_FOUND,
        ProblemCode.MODEL_NAME_TAKEN,
        ProblemCode.CHECKPOINT_NOT_FOUND,
        ProblemCode.SAMPLE_SET_NOT_FOUND,
        ProblemCode.DIMENSION_MISMATCH,
        ProblemCode.UNKNOWN_FIELD,
        ProblemCode.UNSUPPORTED,
        ProblemCode.JOB_TOO_LARGE,
        ProblemCode.OVERLOADED
    })
    ResponseEntity<TrainingJob.ModelVersion> promote(
            @Parameter(description = "The job's id", example = Examples.JOB) @PathVariable String id,
            @Parameter(description = "The checkpoint's step", example = "500") @PathVariable long step,
            @RequestBody(required = false) @Nullable Promotion body)
            throws IOException {
        Promotion asked = body == null ? Promotion.NONE : body;
        ModelVersionId made = promotion.promote(JobIds.parse(id), step, asked.model(), asked.alias());
        return ResponseEntity.created(URI.create("/v1/models/%s/versions/%d".formatted(made.name(), made.version())))
                .body(TrainingJob.ModelVersion.of(made));
    }
}
