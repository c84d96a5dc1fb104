package io.brenier.training.history;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long jobs keep all of their events and figures.
 *
 * @param keep time after a job's end until its events of figures go and its figures are thinned out; 0 for ever
 * @param interval time between two looks for such jobs
 */
@Validated
@ConfigurationProperties("brenier.training.history")
public record HistoryProperties(
        @DefaultValue("30d") Duration keep,
        @DefaultValue("10m") Duration interval) {

    @AssertTrue(
            message = "brenier.training.history.keep must be 0 or more, brenier.training.history.interval above zero")
    boolean isEveryDurationSensible() {
        return !keep.isNegative() && interval.isPositive();
    }
}
