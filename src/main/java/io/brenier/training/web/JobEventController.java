package io.brenier.training.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.openapi.Problems;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.security.Allowed;
import io.brenier.platform.security.Scope;
import io.brenier.training.job.JobEvent;
import io.brenier.training.store.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a job: a page of it, or all of it as it happens. */
@ConditionalOnRole(Role.API)
@RestController
@RequestMapping("/v1/training-jobs/{id}/events")
@Tag(name = "Training jobs")
@Allowed(Scope.READ)
class JobEventController {

    private final Jobs jobs;
    private final EventStream stream;

    JobEventController(Jobs jobs, EventStream stream) {
        this.jobs = jobs;
        this.stream = stream;
    }

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
    @Operation(
            operationId = "listTrainingJobEvents",
            summary = "Follow a job's events",
            description =
                    "As JSON a page of the events after 'after'. With 'Accept: text/event-stream' every event from there on as it"
                            + " happens (Server-Sent Events: id, event, data as in the page), until the job has ended; a client that reconnects"
                            + " with Last-Event-ID misses nothing.")
    @ApiResponse(
            responseCode = "200",
            description = "Events in order",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = EventPage.class)),
                @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"))
            })
    @Problems(ProblemCode.JOB_NOT_FOUND)
    @Nullable
    ResponseEntity<EventPage> events(
            @Parameter(description = "The job's id", example = Examples.JOB) @PathVariable String id,
            @Parameter(description = "Only events with a higher id.", example = "0")
                    @RequestParam(name = "after", defaultValue = "0")
                    long after,
            @Parameter(description = "Most events of a page; more than 1000 are cut down to it.", example = "100")
                    @RequestParam(name = "limit", defaultValue = "100")
                    @Min(1)
                    int limit,
            @Parameter(description = "The last event that the client has seen; goes before 'after'.")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    Long lastEventId,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            HttpServletResponse response)
            throws IOException {
        UUID job = JobIds.parse(id);
        long from = lastEventId == null ? after : lastEventId;
        if (wantsStream(accept)) {
            jobs.get(job);
            stream.write(job, from, response);
            return null;
        }
        int size = Limits.coerce(limit);
        List<JobEvent> events = jobs.events(job, from, size);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(EventPage.of(events, from));
    }

    /** The first of the client's types, best first, that this resource has. */
    private static boolean wantsStream(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return false;
        }
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(types);
            for (MediaType type : types) {
                if (type.includes(MediaType.APPLICATION_JSON)) {
                    return false;
                }
                if (type.includes(MediaType.TEXT_EVENT_STREAM)) {
                    return true;
                }
            }
            return false;
        } catch (InvalidMediaTypeException unreadable) {
            throw ProblemException.of(ProblemCode.NOT_ACCEPTABLE, "the Accept header cannot be read");
        }
    }
}
