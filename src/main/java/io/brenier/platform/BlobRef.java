package io.brenier.platform;

/**
 * A stored blob.
 *
 * @param sha256 of its content, 64 lower-case hexadecimal digits: its name in the store
 * @param size in bytes
 */
public record BlobRef(String sha256, long size) {}
