package io.brenier.platform.storage;

/** Where blobs can lie. */
public enum StorageType {
    FOLDER,
    S3
}
