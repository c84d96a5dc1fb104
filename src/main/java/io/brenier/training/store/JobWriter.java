package io.brenier.training.store;

import io.brenier.models.ModelPublisher;
import io.brenier.training.job.EventType;
import io.brenier.training.job.Job;
import io.brenier.training.job.JobEvent;
import io.brenier.training.job.JobStatus;
import io.brenier.training.job.Transition;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps what a verb changed, together with the events that tell of it. Every method needs the caller's transaction. */
@Component
class JobWriter {

    private final JobStore jobs;
    private final EventStore events;
    private final ApplicationEventPublisher publisher;
    private final ModelPublisher models;
    private final Clock clock;

    JobWriter(
            JobStore jobs, EventStore events, ApplicationEventPublisher publisher, ModelPublisher models, Clock clock) {
        this.jobs = jobs;
        this.events = events;
        this.publisher = publisher;
        this.models = models;
        this.clock = clock;
    }

    void create(Job job) {
        jobs.insert(job);
        Instant now = job.createdAt();
        events.append(job.id(), EventType.CREATED, JobEvent.Level.INFO, "The job was created.", Map.of(), now);
        events.append(job.id(), EventType.QUEUED, JobEvent.Level.INFO, "The job waits for a worker.", Map.of(), now);
        publisher.publishEvent(new JobChanged(job.id(), job.status(), true));
    }

    /** Applies a verb to a job that the caller has locked; a verb that finds nothing to do changes nothing. */
    void apply(Job job, BiConsumer<Job, Instant> verb) {
        JobStatus before = job.status();
        int kept = job.transitions().size();
        Instant now = clock.instant();
        verb.accept(job, now);
        jobs.save(job, kept, now);
        if (job.status().ended() && job.status() != JobStatus.SUCCEEDED) {
            models.withdraw(job.id());
        }
        List<Transition> made =
                job.transitions().subList(kept, job.transitions().size());
        JobStatus from = before;
        for (Transition transition : made) {
            tell(job, from, transition);
            from = transition.status();
        }
        publisher.publishEvent(new JobChanged(job.id(), job.status(), !made.isEmpty()));
    }

    void event(Job job, EventType type, JobEvent.Level level, String message, Map<String, Object> data) {
        events.append(job.id(), type, level, message, data, clock.instant());
        changed(job);
    }

    void changed(Job job) {
        publisher.publishEvent(new JobChanged(job.id(), job.status(), false));
    }

    private void tell(Job job, JobStatus from, Transition to) {
        switch (to.status()) {
            case QUEUED -> {
                if (from == JobStatus.PAUSED) {
                    append(job, EventType.RESUMED, JobEvent.Level.INFO, to);
                }
                append(job, EventType.QUEUED, from.held() ? JobEvent.Level.WARNING : JobEvent.Level.INFO, to);
            }
            case RUNNING -> append(job, EventType.STARTED, JobEvent.Level.INFO, to);
            case PAUSED -> append(job, EventType.PAUSED, JobEvent.Level.INFO, to);
            case SUCCEEDED -> append(job, EventType.SUCCEEDED, JobEvent.Level.INFO, to);
            case FAILED -> append(job, EventType.FAILED, JobEvent.Level.ERROR, to);
            case CANCELLED -> append(job, EventType.CANCELLED, JobEvent.Level.INFO, to);
            case EXPIRED -> append(job, EventType.EXPIRED, JobEvent.Level.WARNING, to);
            case PAUSING, CANCELLING -> {}
        }
    }

    private void append(Job job, EventType type, JobEvent.Level level, Transition transition) {
        events.append(job.id(), type, level, transition.reason(), data(job, type), transition.at());
    }

    private static Map<String, Object> data(Job job, EventType type) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("attempt", job.attempt());
        if (type == EventType.SUCCEEDED && job.model() != null) {
            data.put("model", job.model().name());
            data.put("version", job.model().version());
        }
        if (type == EventType.FAILED && job.error() != null) {
            data.put("code", job.error().code());
        }
        return data;
    }
}
