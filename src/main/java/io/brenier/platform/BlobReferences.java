package io.brenier.platform;

import java.util.Set;

/** A feature's word on which blobs it still needs; every feature that stores blobs has one. */
public interface BlobReferences {

    /** SHA-256 of every blob that a committed row of this feature names. */
    Set<String> referencedBlobs();
}
