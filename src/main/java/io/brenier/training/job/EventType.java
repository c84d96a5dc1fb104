package io.brenier.training.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an event tells of. */
public enum EventType {
    @JsonProperty("job.created")
    CREATED("job.created"),
    @JsonProperty("job.queued")
    QUEUED("job.queued"),
    @JsonProperty("job.started")
    STARTED("job.started"),
    @JsonProperty("job.paused")
    PAUSED("job.paused"),
    @JsonProperty("job.resumed")
    RESUMED("job.resumed"),
    @JsonProperty("job.succeeded")
    SUCCEEDED("job.succeeded"),
    @JsonProperty("job.failed")
    FAILED("job.failed"),
    @JsonProperty("job.cancelled")
    CANCELLED("job.cancelled"),
    @JsonProperty("job.expired")
    EXPIRED("job.expired"),
    @JsonProperty("metrics")
    METRICS("metrics"),
    @JsonProperty("checkpoint.created")
    CHECKPOINT_CREATED("checkpoint.created"),
    /** What the solver chose, and why. */
    @JsonProperty("note")
    NOTE("note"),
    @JsonProperty("warning")
    WARNING("warning");

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::wireName, Function.identity()));

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** Nothing follows it. */
    public boolean last() {
        return switch (this) {
            case SUCCEEDED, FAILED, CANCELLED, EXPIRED -> true;
            default -> false;
        };
    }

    public static EventType ofWireName(String name) {
        EventType type = BY_WIRE_NAME.get(name);
        if (type == null) {
            throw new IllegalArgumentException("'%s' is no type of an event".formatted(name));
        }
        return type;
    }
}
