package io.brenier.evaluation;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How maps are evaluated.
 *
 * @param cacheSize how much the models kept in memory may take, counted by the size of their archives without compression; a model larger than this is loaded anew for
 *     every request
 * @param maxRows points a request may hold
 * @param maxBytes a request's body may take
 * @param maxIterations a request may ask of the conjugate solver for a row
 * @param parallelism threads that evaluate, shared by all requests; unset: one for each available processor
 */
@Validated
@ConfigurationProperties("brenier.evaluation")
public record EvaluationProperties(
        @NotNull @DefaultValue("512MB") DataSize cacheSize,
        @Min(1) @DefaultValue("1000000") int maxRows,
        @NotNull @DefaultValue("256MB") DataSize maxBytes,
        @Min(1) @DefaultValue("1000") int maxIterations,
        @Nullable @Min(1) @Max(1024) Integer parallelism) {

    @AssertTrue(message = "brenier.evaluation.cache-size must be at least 1MB")
    boolean isCacheLargeEnough() {
        return cacheSize.toMegabytes() >= 1;
    }

    @AssertTrue(message = "brenier.evaluation.max-bytes must be at least 1KB")
    boolean isBodyLargeEnough() {
        return maxBytes.toKilobytes() >= 1;
    }

    /** The number of threads that evaluate. */
    public int threads() {
        return parallelism == null ? Runtime.getRuntime().availableProcessors() : parallelism;
    }
}
