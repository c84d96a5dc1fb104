package io.brenier.training.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a job stands. */
public enum JobStatus {
    /** Waits for a worker. */
    @JsonProperty("queued")
    QUEUED,
    /** A worker trains it. */
    @JsonProperty("running")
    RUNNING,
    /** Asked to pause; the worker writes its checkpoint. */
    @JsonProperty("pausing")
    PAUSING,
    /** Stands still until it is resumed or cancelled. */
    @JsonProperty("paused")
    PAUSED,
    /** Asked to cancel; the worker stops. */
    @JsonProperty("cancelling")
    CANCELLING,
    /** Ended with a model. */
    @JsonProperty("succeeded")
    SUCCEEDED,
    /** Ended with an error. */
    @JsonProperty("failed")
    FAILED,
    /** Ended by a client. */
    @JsonProperty("cancelled")
    CANCELLED,
    /** Ended by its limit of running time. */
    @JsonProperty("expired")
    EXPIRED;

    /** Nothing changes any more. */
    public boolean ended() {
        return switch (this) {
            case SUCCEEDED, FAILED, CANCELLED, EXPIRED -> true;
            case QUEUED, RUNNING, PAUSING, PAUSED, CANCELLING -> false;
        };
    }

    /** A worker has it. */
    public boolean held() {
        return switch (this) {
            case RUNNING, PAUSING, CANCELLING -> true;
            case QUEUED, PAUSED, SUCCEEDED, FAILED, CANCELLED, EXPIRED -> false;
        };
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static JobStatus ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
