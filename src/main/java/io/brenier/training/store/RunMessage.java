package io.brenier.training.store;

import io.brenier.training.job.EventType;
import io.brenier.training.job.JobEvent;

/** A sentence that a training wants its job's events to hold. */
public record RunMessage(EventType type, JobEvent.Level level, String text) {

    public static RunMessage note(String text) {
        return new RunMessage(EventType.NOTE, JobEvent.Level.INFO, text);
    }

    public static RunMessage warning(String text) {
        return new RunMessage(EventType.WARNING, JobEvent.Level.WARNING, text);
    }
}
