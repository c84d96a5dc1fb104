package io.brenier.training.store;

import io.brenier.platform.BlobReferences;
import org.springframework.stereotype.Component;

/** The blobs of the kept checkpoints. */
@Component
class CheckpointBlobReferences implements BlobReferences {

    @Override
    public String table() {
        return "training_checkpoints";
    }

    @Override
    public String column() {
        return "sha256";
    }
}
