package io.brenier.platform.storage;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where data lie and how long unused blobs stay.
 *
 * @param type where blobs lie: in the folder, or in the bucket that {@code brenier.storage.s3} names
 * @param directory folder of the embedded database, of blobs and of unfinished work; made where there is none
 * @param collectInterval time between two searches for blobs that nothing refers to
 * @param keepUnreferenced how long a blob that nothing refers to stays, at least one minute: an upload is stored a moment before its row
 */
@Validated
@ConfigurationProperties("brenier.storage")
public record StorageProperties(
        @NotNull @DefaultValue("folder") StorageType type,
        @NotNull @DefaultValue("./data") Path directory,
        @NotNull @DefaultValue("1h") Duration collectInterval,
        @NotNull @DefaultValue("24h") Duration keepUnreferenced) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    @AssertTrue(message = "brenier.storage.collect-interval must be positive, for example 1h")
    boolean isCollectIntervalPositive() {
        return collectInterval.isPositive();
    }

    @AssertTrue(message = "brenier.storage.keep-unreferenced must be at least 1m")
    boolean isKeptLongEnough() {
        return keepUnreferenced.compareTo(SHORTEST) >= 0;
    }
}
