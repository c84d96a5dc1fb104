package io.brenier.platform.limits;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What all requests together may take of this process.
 *
 * @param memory for the bodies of expensive requests and what is made of them; unset: a third of the heap
 * @param expensiveRequests that are served at a time
 * @param maxJsonBytes longest body of JSON where the operation has no limit of its own
 */
@Validated
@ConfigurationProperties("brenier.admission")
public record AdmissionProperties(
        @Nullable DataSize memory,
        @Min(1) @DefaultValue("64") int expensiveRequests,
        @NotNull @DefaultValue("1MB") DataSize maxJsonBytes) {

    private static final int SHARE = 3;

    @AssertTrue(message = "brenier.admission.memory must be at least 1MB")
    boolean isMemoryLargeEnough() {
        return memory == null || memory.toMegabytes() >= 1;
    }

    /** The bytes that there are to give out. */
    long bytes() {
        return memory == null ? Runtime.getRuntime().maxMemory() / SHARE : memory.toBytes();
    }
}
