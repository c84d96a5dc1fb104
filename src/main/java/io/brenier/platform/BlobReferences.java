package io.brenier.platform;

/**
 * A column whose values name the blobs that a feature still needs; it must have a foreign key to {@code blobs (sha256)}, which is what keeps them, and an index.
 * The names stand in SQL as they are.
 */
public interface BlobReferences {

    String table();

    String column();
}
