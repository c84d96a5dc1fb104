package io.brenier.training.run;

import io.brenier.platform.BlobStore;
import io.brenier.training.job.StoredCheckpoint;
import io.brenier.transport.dual.Checkpoint;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/** Checkpoints from the blob store. */
@Component
class CheckpointReader {

    private final BlobStore blobs;

    CheckpointReader(BlobStore blobs) {
        this.blobs = blobs;
    }

    Checkpoint read(StoredCheckpoint stored) throws IOException {
        try (InputStream content = blobs.open(stored.blob().sha256())) {
            return new Checkpoint(stored.step(), content.readAllBytes());
        }
    }
}
