package io.brenier.platform.limits;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What one owner may have and ask for; 0 means as much as there is.
 *
 * @param requestsPerMinute of each process; asked only where security is on, since otherwise everybody is one owner
 * @param storedBytes of sample sets and models
 * @param queuedJobs that wait at a time
 * @param runningJobs that run at a time
 */
@Validated
@ConfigurationProperties("brenier.limits")
public record LimitProperties(
        @Min(0) @DefaultValue("6000") int requestsPerMinute,
        @NotNull @DefaultValue("0B") DataSize storedBytes,
        @Min(0) @DefaultValue("0") int queuedJobs,
        @Min(0) @DefaultValue("0") int runningJobs) {}
