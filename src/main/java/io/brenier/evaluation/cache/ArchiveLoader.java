package io.brenier.evaluation.cache;

import io.brenier.platform.BlobStore;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.transport.archive.ArchiveLimits;
import io.brenier.transport.archive.ArchivedModel;
import io.brenier.transport.archive.ModelArchive;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.springframework.stereotype.Component;

/** Loads models from the blob store. */
@ConditionalOnRole(Role.API)
@Component
class ArchiveLoader implements ModelLoader {

    /** What is in the store has been held to its limits when it came in. */
    private static final ArchiveLimits LIMITS =
            new ArchiveLimits(Integer.MAX_VALUE - 8, Integer.MAX_VALUE - 8, Integer.MAX_VALUE - 8);

    private final BlobStore blobs;

    ArchiveLoader(BlobStore blobs) {
        this.blobs = blobs;
    }

    @Override
    public LoadedModel load(String sha256) throws IOException {
        try (InputStream archive = blobs.open(sha256)) {
            ArchivedModel model = ModelArchive.read(archive, LIMITS);
            return new LoadedModel(model.potentials(), uncompressedBytes(model));
        }
    }

    /** An imported archive may be compressed: what the model takes in memory is told by the archive that would be written here. */
    private static long uncompressedBytes(ArchivedModel model) throws IOException {
        ByteCounter counter = new ByteCounter();
        ModelArchive.write(counter, model);
        return counter.bytes;
    }

    private static final class ByteCounter extends OutputStream {

        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
        }
    }
}
