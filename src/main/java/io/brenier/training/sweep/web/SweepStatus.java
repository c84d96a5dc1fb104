package io.brenier.training.sweep.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.brenier.training.sweep.Sweep;

/** How a sweep stands. */
enum SweepStatus {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("cancelling")
    CANCELLING,
    @JsonProperty("ended")
    ENDED;

    static SweepStatus of(Sweep sweep) {
        if (sweep.endedAt() != null) {
            return ENDED;
        }
        return sweep.cancelledAt() == null ? RUNNING : CANCELLING;
    }
}
