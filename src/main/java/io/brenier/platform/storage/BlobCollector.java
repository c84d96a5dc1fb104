package io.brenier.platform.storage;

import io.brenier.platform.BlobReferences;
import io.brenier.platform.BlobStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Removes blobs that no feature refers to. A feature stores the blob first and its row afterwards, so a blob is left alone
 * until it has gone unreferenced for longer than any such transaction lasts.
 */
@Component
class BlobCollector implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(BlobCollector.class);

    private final BlobStore store;
    private final List<BlobReferences> features;
    private final StorageProperties properties;
    private final Clock clock;
    private final Counter removedBlobs;
    private final Counter removedBytes;

    BlobCollector(
            BlobStore store,
            List<BlobReferences> features,
            StorageProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.store = store;
        this.features = List.copyOf(features);
        this.properties = properties;
        this.clock = clock;
        this.removedBlobs = Counter.builder("brenier.storage.collected")
                .description("Blobs removed because nothing referred to them")
                .register(meters);
        this.removedBytes = Counter.builder("brenier.storage.collected.size")
                .description("Size of the blobs removed because nothing referred to them")
                .baseUnit("bytes")
                .register(meters);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        registrar.addFixedDelayTask(
                new FixedDelayTask(this::collect, properties.collectInterval(), properties.collectInterval()));
    }

    void collect() {
        Instant limit = clock.instant().minus(properties.keepUnreferenced());
        // The references are read before the listing: a blob whose last row goes in between only waits for the next
        // round.
        Set<String> referenced = new HashSet<>();
        features.forEach(feature -> referenced.addAll(feature.referencedBlobs()));
        try (Stream<BlobStore.Entry> entries = store.list()) {
            for (BlobStore.Entry entry : (Iterable<BlobStore.Entry>) entries::iterator) {
                if (entry.committedAt().isBefore(limit)
                        && !referenced.contains(entry.ref().sha256())) {
                    remove(entry, limit);
                }
            }
        } catch (IOException failure) {
            log.warn("Blobs could not be listed; the next round tries again", failure);
        }
    }

    private void remove(BlobStore.Entry entry, Instant limit) {
        String sha256 = entry.ref().sha256();
        try {
            store.deleteIfNotCommittedSince(sha256, limit);
            removedBlobs.increment();
            removedBytes.increment(entry.ref().size());
            log.info(
                    "Removed blob {} of {} bytes: nothing refers to it",
                    sha256,
                    entry.ref().size());
        } catch (IOException failure) {
            log.warn("Blob {} could not be removed; the next round tries again", sha256, failure);
        }
    }
}
