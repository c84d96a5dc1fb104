package io.brenier.training.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a job is trained on. */
public enum Device {
    /** Whatever worker is free. */
    @JsonProperty("any")
    ANY,
    @JsonProperty("cpu")
    CPU,
    @JsonProperty("gpu")
    GPU;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Device ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
