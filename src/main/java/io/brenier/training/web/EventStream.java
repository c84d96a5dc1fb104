package io.brenier.training.web;

import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.job.JobEvent;
import io.brenier.training.job.JobStatus;
import io.brenier.training.store.Jobs;
import io.brenier.training.watch.JobWatch;
import io.brenier.training.watch.JobWatches;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a job's events as they happen (Server-Sent Events), on the request's own virtual thread. No event is held in memory for a client:
 * each stream reads on from the last id that it wrote.
 */
@ConditionalOnRole(Role.API)
@Component
class EventStream {

    private static final Logger log = LoggerFactory.getLogger(EventStream.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int BATCH = 200;

    private final Jobs jobs;
    private final JobWatches watches;
    private final JsonMapper json;

    EventStream(Jobs jobs, JobWatches watches, JsonMapper json) {
        this.jobs = jobs;
        this.watches = watches;
        this.json = json;
    }

    /** Returns when the job's last event is written, the client is gone or the service goes down. */
    void write(UUID job, long after, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        try (JobWatch watch = watches.watch(job)) {
            OutputStream out = response.getOutputStream();
            send(out, "retry: 2000\n\n");
            follow(watch, after, out);
        } catch (IOException gone) {
            log.debug("A client left the events of job {}", job);
        } catch (ProblemException deleted) {
            log.debug("Job {} was deleted while its events were read", job);
        } catch (DataAccessException broken) {
            log.warn(
                    "The events of job {} end early: the database does not answer; its reader can go on from the last id",
                    job,
                    broken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(JobWatch watch, long after, OutputStream out) throws IOException, InterruptedException {
        long last = after;
        long silentSince = System.nanoTime();
        UUID job = watch.job();
        while (!watch.closed()) {
            long seen = watch.count();
            JobStatus status = jobs.get(job).status();
            List<JobEvent> events = jobs.events(job, last, BATCH);
            for (JobEvent event : events) {
                send(out, frame(event));
                last = event.id();
                silentSince = System.nanoTime();
                if (event.type().last()) {
                    return;
                }
            }
            if (events.isEmpty() && status.ended()) {
                return;
            }
            if (System.nanoTime() - silentSince >= HEARTBEAT.toNanos()) {
                send(out, ": heartbeat\n\n");
                silentSince = System.nanoTime();
            }
            if (events.size() < BATCH) {
                watch.await(seen, HEARTBEAT.minusNanos(System.nanoTime() - silentSince));
            }
        }
    }

    private String frame(JobEvent event) {
        return "id: %d\nevent: %s\ndata: %s\n\n"
                .formatted(event.id(), event.type().wireName(), json.writeValueAsString(EventPage.Event.of(event)));
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
