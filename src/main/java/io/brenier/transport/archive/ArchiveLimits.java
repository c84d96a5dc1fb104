package io.brenier.transport.archive;

/**
 * How much memory reading an archive may take, so that a small file that unpacks to a large one does no harm.
 *
 * @param archiveBytes of the file
 * @param manifestBytes of the unpacked manifest
 * @param weightsBytes of the unpacked weights
 */
public record ArchiveLimits(int archiveBytes, int manifestBytes, int weightsBytes) {

    private static final int MEBIBYTE = 1 << 20;

    /** 256 MiB of file and of weights, 4 MiB of manifest. */
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(256 * MEBIBYTE, 4 * MEBIBYTE, 256 * MEBIBYTE);

    public ArchiveLimits {
        if (archiveBytes < 1 || manifestBytes < 1 || weightsBytes < 1) {
            throw new IllegalArgumentException("the limits are %d, %d and %d bytes; positive numbers are needed"
                    .formatted(archiveBytes, manifestBytes, weightsBytes));
        }
    }
}
