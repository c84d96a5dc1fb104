package io.brenier.platform.storage;

import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobStore;
import io.brenier.platform.storage.object.ObjectKeys;
import io.brenier.platform.storage.object.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Blobs as objects of a store, each under a key of its own; a table tells which object holds which blob. That table, and no clock and no file time, decides what
 * is there: so any number of processes may write, read and collect at once.
 */
@Component
class DatabaseBlobStore implements BlobStore {

    private final BlobTable table;
    private final ObjectStore objects;
    private final Spool spool;

    DatabaseBlobStore(BlobTable table, ObjectStore objects, Spool spool) {
        this.table = table;
        this.objects = objects;
        this.spool = spool;
    }

    @Override
    public Staged stage() throws IOException {
        return new StagedFile(spool.newFile(), this::publish);
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return reading(
                sha256, location -> new VerifiedStream(objects.open(location.key(), 0, location.size()), sha256));
    }

    @Override
    public InputStream open(String sha256, long from, long length) throws IOException {
        return reading(sha256, location -> objects.open(location.key(), from, length));
    }

    private InputStream reading(String sha256, Opening opening) throws IOException {
        BlobTable.Location location = required(sha256);
        try {
            return opening.open(location);
        } catch (NoSuchFileException gone) {
            // The same content committed again lies elsewhere, and the object of before may be gone already.
            BlobTable.Location now = required(sha256);
            if (now.equals(location)) {
                throw gone;
            }
            return opening.open(now);
        }
    }

    private BlobTable.Location required(String sha256) throws NoSuchFileException {
        return table.find(sha256).orElseThrow(() -> new NoSuchFileException(sha256, null, "there is no such blob"));
    }

    private void publish(Path file, BlobRef blob) throws IOException {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a blob is committed before the transaction that refers to it begins");
        }
        if (isThere(blob)) {
            return;
        }
        String key = ObjectKeys.unused(blob.sha256());
        table.announce(key);
        objects.put(key, file, blob);
        if (!table.adopt(key, blob)) {
            throw new IOException("blob %s took longer to be written than brenier.storage.keep-unreferenced allows"
                    .formatted(blob.sha256()));
        }
    }

    /** Renewed first, so that it cannot be collected after it was looked at. A blob whose object was lost is written again. */
    private boolean isThere(BlobRef blob) throws IOException {
        Optional<BlobTable.Location> known = table.renew(blob.sha256());
        return known.isPresent()
                && objects.size(known.get().key()).orElse(-1) == known.get().size();
    }

    private interface Opening {
        InputStream open(BlobTable.Location location) throws IOException;
    }
}
