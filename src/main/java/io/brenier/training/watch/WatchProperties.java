package io.brenier.training.watch;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How news of jobs are found.
 *
 * @param interval time between two looks for what other processes did with the jobs that clients of this one wait for
 */
@Validated
@ConfigurationProperties("brenier.training.watch")
public record WatchProperties(@DefaultValue("250ms") Duration interval) {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    @AssertTrue(message = "brenier.training.watch.interval must be above zero and at most a minute")
    boolean isIntervalSensible() {
        return interval.isPositive() && interval.compareTo(LONGEST) <= 0;
    }
}
