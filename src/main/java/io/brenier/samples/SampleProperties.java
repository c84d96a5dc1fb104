package io.brenier.samples;

import io.brenier.platform.points.PointsLimits;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How large a sample set may be.
 *
 * @param maxBytes longest body of an upload
 * @param maxRows most points of a set
 * @param maxDimension most columns of a point
 */
@Validated
@ConfigurationProperties("brenier.samples")
record SampleProperties(
        @NotNull @DefaultValue("512MB") DataSize maxBytes,
        @Min(2) @DefaultValue("20000000") long maxRows,
        @Min(1) @Max(65_536) @DefaultValue("4096") int maxDimension) {

    @AssertTrue(message = "brenier.samples.max-bytes must be at least 1KB")
    boolean isRoomForSomePoints() {
        return maxBytes.toBytes() >= 1024;
    }

    PointsLimits limits() {
        return limits(maxBytes.toBytes());
    }

    /** For bodies of another length. */
    PointsLimits limits(long bytes) {
        return new PointsLimits(bytes, maxRows, maxDimension);
    }
}
