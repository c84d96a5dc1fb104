package io.brenier.platform.storage;

import io.brenier.platform.BlobReferences;
import io.brenier.platform.storage.object.ObjectStore;
import io.brenier.platform.storage.object.StoredObject;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Removes blobs that no feature refers to, and objects that came to be no blob. A feature stores the blob first and its row afterwards, so a blob is left alone
 * until it has gone unreferenced for longer than any such transaction lasts; one that lasts longer still is refused by its foreign key, and no blob that is
 * referred to is ever removed.
 */
@Component
class BlobCollector {

    private static final Logger log = LoggerFactory.getLogger(BlobCollector.class);

    private static final int BATCH = 1000;

    private final BlobTable table;
    private final ObjectStore objects;
    private final List<BlobReferences> features;
    private final StorageProperties properties;
    private final Counter removedObjects;
    private final Counter removedBytes;

    BlobCollector(
            BlobTable table,
            ObjectStore objects,
            List<BlobReferences> features,
            StorageProperties properties,
            MeterRegistry meters) {
        this.table = table;
        this.objects = objects;
        this.features = List.copyOf(features);
        this.properties = properties;
        this.removedObjects = Counter.builder("brenier.storage.collected")
                .description("Blobs removed because nothing referred to them")
                .register(meters);
        this.removedBytes = Counter.builder("brenier.storage.collected.size")
                .description("Size of the blobs removed because nothing referred to them")
                .baseUnit("bytes")
                .register(meters);
    }

    void collect() {
        Instant limit = table.now().minus(properties.keepUnreferenced());
        try {
            giveUpUnfinished(limit);
            removeUnreferenced(limit);
            removeDead(limit);
        } catch (IOException | UncheckedIOException | DataAccessException | TransactionException failure) {
            log.warn("Not all that is unused could be removed; the next round tries again", failure);
        }
    }

    private void giveUpUnfinished(Instant limit) throws IOException {
        for (String key : table.announcedBefore(limit)) {
            if (table.withdraw(key) == 1) {
                objects.abandon(key);
                log.info("Removed what was written of {}: its writer is gone", key);
            }
        }
    }

    private void removeUnreferenced(Instant limit) throws IOException {
        List<BlobTable.Candidate> batch = table.unreferenced(features, limit, "", BATCH);
        while (!batch.isEmpty()) {
            for (BlobTable.Candidate blob : batch) {
                if (table.remove(blob, limit)) {
                    remove(blob.key(), blob.ref().size());
                }
            }
            batch = table.unreferenced(features, limit, batch.getLast().ref().sha256(), BATCH);
        }
    }

    /** What a crash left between a blob's row and its object. Their age does not matter to what is right, only to an operator who put back an older database. */
    private void removeDead(Instant limit) throws IOException {
        try (Stream<StoredObject> listed = objects.list()) {
            Iterator<StoredObject> old =
                    listed.filter(object -> object.storedAt().isBefore(limit)).iterator();
            while (old.hasNext()) {
                List<StoredObject> batch = new ArrayList<>();
                while (old.hasNext() && batch.size() < BATCH) {
                    batch.add(old.next());
                }
                Set<String> dead =
                        table.dead(batch.stream().map(StoredObject::key).toList());
                for (StoredObject object : batch) {
                    if (dead.contains(object.key())) {
                        remove(object.key(), object.size());
                    }
                }
            }
        }
    }

    private void remove(String key, long size) throws IOException {
        objects.delete(key);
        removedObjects.increment();
        removedBytes.increment(size);
        log.info("Removed {} of {} bytes: nothing refers to it", key, size);
    }
}
