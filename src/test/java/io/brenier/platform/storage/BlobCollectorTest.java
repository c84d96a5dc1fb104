package io.brenier.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobReferences;
import io.brenier.platform.BlobStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobCollectorTest {

    private static final Duration KEEP = Duration.ofHours(24);

    @TempDir
    private Path directory;

    private final BlobStoreContract.SettableClock clock = new BlobStoreContract.SettableClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void removesOnlyWhatNoFeatureReferredToForLongEnough() throws IOException {
        BlobStore store = new FolderBlobStore(properties(), new Spool(properties(), clock), clock);
        String referenced = put(store, 1);
        String forgotten = put(store, 2);
        clock.advance(KEEP.plusMinutes(1));
        String young = put(store, 3);

        collector(store, () -> Set.of(referenced)).collect();

        assertThat(store.exists(referenced)).isTrue();
        assertThat(store.exists(young)).isTrue();
        assertThat(store.exists(forgotten)).isFalse();
        assertThat(meters.counter("brenier.storage.collected").count()).isEqualTo(1);
    }

    private BlobCollector collector(BlobStore store, BlobReferences feature) {
        return new BlobCollector(store, List.of(feature, Set::of), properties(), clock, meters);
    }

    private StorageProperties properties() {
        return new StorageProperties(directory, Duration.ofHours(1), KEEP);
    }

    private static String put(BlobStore store, int content) throws IOException {
        try (BlobStore.Staged staged = store.stage()) {
            staged.stream().write(content);
            BlobRef ref = staged.commit();
            return ref.sha256();
        }
    }
}
