package io.brenier.training.web;

import io.brenier.training.job.EventType;
import io.brenier.training.job.JobEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events in order. */
@Schema(name = "TrainingEventPage", description = "Events in order.")
record EventPage(
        List<Event> items,

        @Schema(description = "Pass it as 'after' for what comes next.", example = "7")
        long nextAfter) {

    static EventPage of(List<JobEvent> events, long after) {
        return new EventPage(
                events.stream().map(Event::of).toList(),
                events.isEmpty() ? after : events.getLast().id());
    }

    /** An event. */
    @Schema(name = "TrainingEvent", description = "Something that happened to a job.")
    record Event(
            @Schema(description = "Rises by one within the job, from 1.", example = "3")
            long id,

            EventType type,
            JobEvent.Level level,

            @Schema(example = "Attempt 1 started on worker worker-1.")
            String message,

            @Schema(description = "Figures and names, by the type.", example = "{\"attempt\": 1}")
            Map<String, Object> data,

            Instant at) {

        static Event of(JobEvent event) {
            return new Event(event.id(), event.type(), event.level(), event.message(), event.data(), event.at());
        }
    }
}
