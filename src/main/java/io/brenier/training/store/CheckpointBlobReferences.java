package io.brenier.training.store;

import io.brenier.platform.BlobReferences;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The blobs of the kept checkpoints. */
@Component
class CheckpointBlobReferences implements BlobReferences {

    private final CheckpointStore checkpoints;

    CheckpointBlobReferences(CheckpointStore checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Override
    public Set<String> referencedBlobs() {
        return checkpoints.blobs();
    }
}
