package io.brenier.training.web;

import io.brenier.platform.Ids;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.brenier.platform.web.PageQuery;
import io.brenier.platform.web.Paging;
import io.brenier.training.job.Job;
import io.brenier.training.job.JobStatus;
import io.brenier.training.request.NewTrainingJob;
import io.brenier.training.request.Plans;
import io.brenier.training.store.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Training jobs: made, looked at, deleted. */
@ConditionalOnRole(Role.API)
@RestController
@RequestMapping(path = "/v1/training-jobs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Training jobs", description = "Train a map between two sample sets, and follow the training.")
@Allowed(Scope.READ)
class TrainingJobController {

    private static final String RETRY_SECONDS = "1";

    private final JobCreation creation;
    private final Plans plans;
    private final Jobs jobs;
    private final JobWait wait;
    private final Paging paging;

    TrainingJobController(JobCreation creation, Plans plans, Jobs jobs, JobWait wait, Paging paging) {
        this.creation = creation;
        this.plans = plans;
        this.jobs = jobs;
        this.wait = wait;
        this.paging = paging;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.TRAIN)
    @Operation(
            operationId = "createTrainingJob",
            summary = "Train a map between two sample sets",
            description =
                    "Puts a job into the queue. Everything but source and target has a default; the answer shows the effective"
                            + " settings. Either side is a sample set, or a named measure: samples of it are drawn and stored as a set. With validate_only=true the request is checked and nothing is made. With an Idempotency-Key a"
                            + " request that is sent again gets the first one's answer instead of a second job, for 24 hours.")
    @ApiResponse(
            responseCode = "202",
            description = "The job waits for a worker.",
            headers = {
                @Header(
                        name = "Location",
                        description = "The job",
                        schema = @Schema(type = "string", format = "uri-reference")),
                @Header(
                        name = "Retry-After",
                        description = "Seconds to wait before looking",
                        schema = @Schema(type = "integer"))
            },
            content = @Content(schema = @Schema(implementation = TrainingJob.class)))
    @ApiResponse(
            responseCode = "200",
            description = "validate_only: the request is fine, and nothing was made.",
            content = @Content(schema = @Schema(implementation = ValidatedTrainingJob.class)))
    @Problems({
        ProblemCode.SAMPLE_SET_NOT_FOUND,
        ProblemCode.DIMENSION_MISMATCH,
        ProblemCode.TOO_FEW_POINTS,
        ProblemCode.CONSTANT_COLUMN,
        ProblemCode.INVALID_SPEC,
        ProblemCode.UNKNOWN_FIELD,
        ProblemCode.UNSUPPORTED,
        ProblemCode.MODEL_NAME_TAKEN,
        ProblemCode.JOB_TOO_LARGE,
        ProblemCode.QUEUE_FULL,
        ProblemCode.QUOTA_EXCEEDED,
        ProblemCode.IDEMPOTENCY_KEY_REUSED,
        ProblemCode.IDEMPOTENCY_KEY_IN_PROGRESS
    })
    ResponseEntity<Object> create(
            @RequestBody NewTrainingJob job,
            @Parameter(description = "Check the request and make nothing.")
                    @RequestParam(name = "validate_only", defaultValue = "false")
                    boolean validateOnly,
            @Parameter(
                            description =
                                    "Any name for this request, bare or in quotes: sent again, it makes no second job.",
                            example = "colours-1")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String idempotencyKey) {
        if (validateOnly) {
            return ResponseEntity.ok(ValidatedTrainingJob.of(plans.outline(jobs.nextId(), job), job));
        }
        TrainingJob made = creation.create(job, idempotencyKey);
        return ResponseEntity.accepted()
                .location(location(made.id()))
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(made);
    }

    @GetMapping
    @Operation(operationId = "listTrainingJobs", summary = "List jobs, newest first")
    @ApiResponse(responseCode = "200", description = "A page of jobs")
    TrainingJobPage list(
            @Parameter(description = "Only jobs of these statuses.", example = "running")
                    @RequestParam(name = "status", required = false)
                    @Nullable
                    List<@Nullable JobStatus> status,
            @Parameter(description = "Only jobs of this sweep.", schema = @Schema(type = "string", format = "uuid"))
                    @RequestParam(name = "sweep", required = false)
                    @Nullable
                    String sweep,
            @Parameter(
                            description = "Most items of the page; more than the maximum are cut down to it.",
                            example = "20")
                    @RequestParam(name = "page_size", required = false)
                    @Nullable
                    Integer pageSize,
            @Parameter(description = "next_page_token of the page before.")
                    @RequestParam(name = "page_token", required = false)
                    @Nullable
                    String pageToken) {
        PageQuery page = paging.query(pageSize, pageToken);
        List<Job> fetched = jobs.page(statuses(status), sweep(sweep), page.afterId(), page.fetch());
        return new TrainingJobPage(
                page.items(fetched).stream().map(TrainingJob::of).toList(), page.nextPageToken(fetched, Job::id));
    }

    /** An empty parameter, {@code ?status=}, comes as a null and means what none means. */
    private static Set<JobStatus> statuses(@Nullable List<@Nullable JobStatus> asked) {
        Set<JobStatus> statuses = EnumSet.noneOf(JobStatus.class);
        for (JobStatus status : asked == null ? List.<@Nullable JobStatus>of() : asked) {
            if (status != null) {
                statuses.add(status);
            }
        }
        return statuses.isEmpty() ? EnumSet.allOf(JobStatus.class) : statuses;
    }

    /** An empty parameter means what none means. */
    private static @Nullable UUID sweep(@Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return null;
        }
        return Ids.parse(asked)
                .orElseThrow(() -> ProblemException.at(
                        "sweep", ProblemCode.INVALID_REQUEST, "sweep is no identifier; give the id of a sweep."));
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getTrainingJob",
            summary = "Look at a job",
            description =
                    "With 'Prefer: wait=N' the answer waits up to N seconds, at most 60, until the job has ended or is paused;"
                            + " with If-None-Match too, until it differs in anything from that ETag.")
    @ApiResponse(
            responseCode = "200",
            description = "The job",
            headers = {
                @Header(name = "ETag", description = "Changes with the job", schema = @Schema(type = "string")),
                @Header(
                        name = "Preference-Applied",
                        description = "The wait that was granted",
                        schema = @Schema(type = "string"))
            },
            content = @Content(schema = @Schema(implementation = TrainingJob.class)))
    @ApiResponse(
            responseCode = "304",
            description = "The job is as the ETag in If-None-Match has it.",
            content = @Content)
    @Problems(ProblemCode.JOB_NOT_FOUND)
    ResponseEntity<TrainingJob> get(
            @Parameter(description = "The job's id", example = Examples.JOB) @PathVariable String id,
            @Parameter(description = "wait=N", example = "wait=1")
                    @RequestHeader(name = "Prefer", required = false)
                    @Nullable
                    String prefer,
            @Parameter(description = "ETag of the job as the client knows it.")
                    @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false)
                    @Nullable
                    String knownEtag) {
        UUID job = JobIds.parse(id);
        int seconds = JobWait.seconds(prefer);
        Job found = seconds == 0 ? jobs.get(job) : wait.await(job, seconds, news(knownEtag));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().eTag(etag(found));
        if (seconds > 0) {
            answer.header("Preference-Applied", "wait=" + seconds);
        }
        return answer.body(TrainingJob.of(found));
    }

    @DeleteMapping("/{id}")
    @Allowed(Scope.TRAIN)
    @Operation(
            operationId = "deleteTrainingJob",
            summary = "Forget an ended job",
            description = "Removes the job with its events, figures and checkpoints. The model that it made stays.")
    @ApiResponse(responseCode = "204", description = "The job is gone.", content = @Content)
    @Problems({ProblemCode.JOB_NOT_FOUND, ProblemCode.INVALID_STATE})
    ResponseEntity<Void> delete(
            @Parameter(description = "The job's id", example = Examples.JOB) @PathVariable String id) {
        jobs.delete(JobIds.parse(id));
        return ResponseEntity.noContent().build();
    }

    private static Predicate<Job> news(@Nullable String knownEtag) {
        return knownEtag == null ? job -> job.status() == JobStatus.PAUSED : job -> !knownEtag.contains(etag(job));
    }

    private static String etag(Job job) {
        return "\"" + job.revision() + "\"";
    }

    private static URI location(UUID job) {
        return URI.create("/v1/training-jobs/" + job);
    }
}
