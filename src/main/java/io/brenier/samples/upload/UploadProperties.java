package io.brenier.samples.upload;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much may come in parts, and for how long.
 *
 * @param maxPartSize longest part, at most 64MB
 * @param maxParts parts of an upload
 * @param maxBytes all parts of an upload together
 * @param maxOpen uploads that may be open at a time
 * @param expireAfter how long an upload waits for its next part
 */
@Validated
@ConfigurationProperties("brenier.uploads")
record UploadProperties(
        @NotNull @DefaultValue("64MB") DataSize maxPartSize,
        @Min(1) @Max(10_000) @DefaultValue("10000") int maxParts,
        @NotNull @DefaultValue("64GB") DataSize maxBytes,
        @Min(1) @DefaultValue("1000") int maxOpen,
        @NotNull @DefaultValue("24h") Duration expireAfter) {

    private static final DataSize LARGEST_PART = DataSize.ofMegabytes(64);
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    @AssertTrue(message = "brenier.uploads.max-part-size must be from 1B to 64MB")
    boolean isPartAllowed() {
        return maxPartSize.toBytes() >= 1 && maxPartSize.compareTo(LARGEST_PART) <= 0;
    }

    @AssertTrue(message = "brenier.uploads.max-bytes must be at least brenier.uploads.max-part-size")
    boolean isRoomForAPart() {
        return maxBytes.compareTo(maxPartSize) >= 0;
    }

    @AssertTrue(message = "brenier.uploads.expire-after must be at least 1m")
    boolean isKeptLongEnough() {
        return expireAfter.compareTo(SHORTEST) >= 0;
    }
}
