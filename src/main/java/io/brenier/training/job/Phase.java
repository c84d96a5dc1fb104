package io.brenier.training.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a running job does, in this order. */
public enum Phase {
    /** Reads samples and checkpoint. */
    @JsonProperty("loading")
    LOADING,
    /** Makes steps. */
    @JsonProperty("training")
    TRAINING,
    /** Every step is made; scores the result on held-out samples. */
    @JsonProperty("evaluating")
    EVALUATING,
    /** Writes the archive and registers the model version. */
    @JsonProperty("publishing")
    PUBLISHING;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Phase ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
