package io.brenier.training.problem;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much memory trainings may take.
 *
 * @param limit for one training, in the heap and beside it; by default six tenths of the process's largest heap, shared by its slots
 */
@Validated
@ConfigurationProperties("brenier.training.memory")
public record MemoryProperties(@Nullable DataSize limit) {

    private static final DataSize LEAST = DataSize.ofMegabytes(128);

    @AssertTrue(message = "brenier.training.memory.limit must be at least 128MB")
    boolean isRoomForATraining() {
        return limit == null || limit.compareTo(LEAST) >= 0;
    }
}
