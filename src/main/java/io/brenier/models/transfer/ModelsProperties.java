package io.brenier.models.transfer;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What the registry takes.
 *
 * @param maxArchiveSize of an archive that is imported, and of the weights in it; they are checked in memory
 */
@Validated
@ConfigurationProperties("brenier.models")
public record ModelsProperties(
        @NotNull @DefaultValue("128MB") DataSize maxArchiveSize) {

    private static final long LARGEST = DataSize.ofGigabytes(1).toBytes();

    @AssertTrue(message = "brenier.models.max-archive-size must be 1KB to 1GB")
    boolean isArchiveSizeSensible() {
        return maxArchiveSize.toKilobytes() >= 1 && maxArchiveSize.toBytes() <= LARGEST;
    }

    int maxArchiveBytes() {
        return Math.toIntExact(maxArchiveSize.toBytes());
    }
}
