package io.brenier.training.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * Something that happened to a job.
 *
 * @param id rises by one within the job, from 1
 * @param data figures and names, by the type
 */
public record JobEvent(long id, EventType type, Level level, String message, Map<String, Object> data, Instant at) {

    /** How much it matters. */
    public enum Level {
        @JsonProperty("info")
        INFO,
        @JsonProperty("warning")
        WARNING,
        @JsonProperty("error")
        ERROR;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Level ofWireName(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
