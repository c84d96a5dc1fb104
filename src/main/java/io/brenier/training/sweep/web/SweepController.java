package io.brenier.training.sweep.web;

import io.brenier.platform.Excerpt;
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
import io.brenier.training.sweep.Sweep;
import io.brenier.training.sweep.Sweeps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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

/** Sweeps: made, compared, cancelled, deleted. */
@RestController
@RequestMapping(path = "/v1/sweeps", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Sweeps", description = "Try several settings and seeds on one problem, and compare what comes of them.")
@ConditionalOnRole(Role.API)
@Allowed(Scope.READ)
class SweepController {

    private static final String RETRY_SECONDS = "1";
    private static final int LONGEST = 64;

    /** Of a sweep, for the document. */
    private static final String EXAMPLE = "0199f5a0-0000-7000-8000-000000000009";

    private final SweepCreation creation;
    private final Sweeps sweeps;
    private final SweepViews views;
    private final Paging paging;

    SweepController(SweepCreation creation, Sweeps sweeps, SweepViews views, Paging paging) {
        this.creation = creation;
        this.sweeps = sweeps;
        this.views = views;
        this.paging = paging;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Scope.TRAIN)
    @Operation(
            operationId = "createSweep",
            summary = "Try several settings and seeds on one problem",
            description =
                    "Makes a training job for each combination of a grid's values, or each solver of a list, with each of the seeds: all of them or none."
                            + " All are scored on the same held-out samples, which split_seed draws. Once all have ended, the alias of register_as goes to"
                            + " the best version. With an Idempotency-Key a request that is sent again gets the first one's answer, for 24 hours.")
    @ApiResponse(
            responseCode = "202",
            description = "The jobs wait for workers.",
            headers = {
                @Header(
                        name = "Location",
                        description = "The sweep",
                        schema = @Schema(type = "string", format = "uri-reference")),
                @Header(
                        name = "Retry-After",
                        description = "Seconds to wait before looking",
                        schema = @Schema(type = "integer"))
            },
            content = @Content(schema = @Schema(implementation = SweepView.class)))
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
    ResponseEntity<SweepView> create(
            @RequestBody NewSweep sweep,
            @Parameter(
                            description =
                                    "Any name for this request, bare or in quotes: sent again, it makes no second sweep.",
                            example = "rates-1")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String idempotencyKey) {
        SweepView made = creation.create(sweep, idempotencyKey);
        return ResponseEntity.accepted()
                .location(URI.create("/v1/sweeps/" + made.id()))
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(made);
    }

    @GetMapping
    @Operation(operationId = "listSweeps", summary = "List sweeps, newest first")
    @ApiResponse(responseCode = "200", description = "A page of sweeps")
    SweepPage list(
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
        List<Sweep> fetched = sweeps.page(page.afterId(), page.fetch());
        return new SweepPage(views.summaries(page.items(fetched)), page.nextPageToken(fetched, Sweep::id));
    }

    @GetMapping("/{id}")
    @Operation(
            operationId = "getSweep",
            summary = "Compare the jobs of a sweep",
            description = "Its jobs, ranked by the dual on the held-out samples that they share.")
    @ApiResponse(responseCode = "200", description = "The sweep and its jobs, best first")
    @Problems(ProblemCode.SWEEP_NOT_FOUND)
    SweepView get(@Parameter(description = "The sweep's id", example = EXAMPLE) @PathVariable String id) {
        return views.comparison(sweeps.get(parse(id)));
    }

    @PostMapping("/{id}/cancel")
    @Allowed(Scope.TRAIN)
    @Operation(
            operationId = "cancelSweep",
            summary = "Cancel a sweep",
            description =
                    "Cancels those of its jobs that have not ended; those that no worker has end at once. An ended sweep stays as it is. No alias is moved.")
    @ApiResponse(
            responseCode = "200",
            description = "All jobs have ended.",
            content = @Content(schema = @Schema(implementation = SweepView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "The workers of some jobs were asked to stop.",
            content = @Content(schema = @Schema(implementation = SweepView.class)))
    @Problems(ProblemCode.SWEEP_NOT_FOUND)
    ResponseEntity<SweepView> cancel(
            @Parameter(description = "The sweep's id", example = EXAMPLE) @PathVariable String id) {
        Sweep sweep = sweeps.cancel(parse(id));
        return ResponseEntity.status(sweep.endedAt() == null ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(views.comparison(sweep));
    }

    @DeleteMapping("/{id}")
    @Allowed(Scope.TRAIN)
    @Operation(
            operationId = "deleteSweep",
            summary = "Forget an ended sweep",
            description =
                    "Removes the sweep and its jobs with their events, figures and checkpoints. The models that they made stay.")
    @ApiResponse(responseCode = "204", description = "The sweep is gone.", content = @Content)
    @Problems({ProblemCode.SWEEP_NOT_FOUND, ProblemCode.INVALID_STATE})
    ResponseEntity<Void> delete(@Parameter(description = "The sweep's id", example = EXAMPLE) @PathVariable String id) {
        sweeps.delete(parse(id));
        return ResponseEntity.noContent().build();
    }

    private static UUID parse(String given) {
        return Ids.parse(given)
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.SWEEP_NOT_FOUND, "there is no sweep '%s'".formatted(Excerpt.of(given, LONGEST))));
    }
}
