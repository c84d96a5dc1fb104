package io.brenier.training.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.brenier.training.job.Job;
import io.brenier.training.job.JobStatus;
import io.brenier.training.store.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a client may tell a job to do. Each command may be repeated: it does nothing where it has been done. */
@ConditionalOnRole(Role.API)
@RestController
@RequestMapping(path = "/v1/training-jobs/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Training jobs")
@Allowed(Scope.TRAIN)
class JobCommandController {

    private final Jobs jobs;

    JobCommandController(Jobs jobs) {
        this.jobs = jobs;
    }

    @PostMapping("/cancel")
    @Operation(
            operationId = "cancelTrainingJob",
            summary = "Cancel a job",
            description =
                    "A job that no worker has is cancelled at once (200); else its worker stops at its next step (202).")
    @ApiResponse(
            responseCode = "200",
            description = "The job is cancelled.",
            content = @Content(schema = @Schema(implementation = TrainingJob.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The job's worker was asked to stop.",
            content = @Content(schema = @Schema(implementation = TrainingJob.class)))
    @Problems({ProblemCode.JOB_NOT_FOUND, ProblemCode.INVALID_STATE})
    ResponseEntity<TrainingJob> cancel(
            @Parameter(description = "The job's id", example = Examples.JOB) @PathVariable String id) {
        return answer(jobs.cancel(JobIds.parse(id)), JobStatus.CANCELLING);
    }

    @PostMapping("/pause")
    @Operation(
            operationId = "pauseTrainingJob",
            summary = "Pause a running job",
            description =
                    "The worker writes a checkpoint at its next step and lets go of the job (202); a paused job stays so (200).")
    @ApiResponse(
            responseCode = "200",
            description = "The job is paused.",
            content = @Content(schema = @Schema(implementation = TrainingJob.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The job's worker was asked to pause.",
            content = @Content(schema = @Schema(implementation = TrainingJob.class)))
    @Problems({ProblemCode.JOB_NOT_FOUND, ProblemCode.INVALID_STATE})
    ResponseEntity<TrainingJob> pause(
            @Parameter(description = "The job's id", example = Examples.JOB) @PathVariable String id) {
        return answer(jobs.pause(JobIds.parse(id)), JobStatus.PAUSING);
    }

    @PostMapping("/resume")
    @Operation(
            operationId = "resumeTrainingJob",
            summary = "Resume a paused job",
            description =
                    "The job goes back to the queue and on from its checkpoint (202); a running job stays so (200).")
    @ApiResponse(
            responseCode = "200",
            description = "The job runs.",
            content = @Content(schema = @Schema(implementation = TrainingJob.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The job waits for a worker.",
            content = @Content(schema = @Schema(implementation = TrainingJob.class)))
    @Problems({ProblemCode.JOB_NOT_FOUND, ProblemCode.INVALID_STATE})
    ResponseEntity<TrainingJob> resume(
            @Parameter(description = "The job's id", example = Examples.JOB) @PathVariable String id) {
        return answer(jobs.resume(JobIds.parse(id)), JobStatus.QUEUED);
    }

    private static ResponseEntity<TrainingJob> answer(Job job, JobStatus underWay) {
        return ResponseEntity.status(job.status() == underWay ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(TrainingJob.of(job));
    }
}
