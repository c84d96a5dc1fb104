package io.brenier.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every blob store must hold; each implementation extends it. */
abstract class BlobStoreContract {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final SettableClock clock = new SettableClock();
    private BlobStore store;

    /** An empty store that takes its times from the clock. */
    abstract BlobStore newStore(Clock clock) throws IOException;

    @BeforeEach
    void open() throws IOException {
        store = newStore(clock);
    }

    @Test
    void namesABlobByTheHashOfItsContent() throws IOException {
        BlobRef ref = put("abc");

        assertThat(ref).isEqualTo(new BlobRef(ABC, 3));
        assertThat(store.exists(ABC)).isTrue();
        assertThat(content(ABC)).isEqualTo("abc");
    }

    @Test
    void keepsAnEmptyBlob() throws IOException {
        BlobRef ref = put("");

        assertThat(ref.size()).isZero();
        assertThat(content(ref.sha256())).isEmpty();
    }

    @Test
    void keepsABlobLargerThanAnyBuffer() throws IOException {
        byte[] bytes = new byte[3_000_001];
        new Random(1).nextBytes(bytes);
        BlobRef ref;
        try (BlobStore.Staged staged = store.stage()) {
            staged.stream().write(bytes);
            ref = staged.commit();
        }

        assertThat(ref.size()).isEqualTo(bytes.length);
        try (InputStream in = store.open(ref.sha256())) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void showsNothingBeforeTheCommit() throws IOException {
        try (BlobStore.Staged staged = store.stage()) {
            staged.stream().write("abc".getBytes(StandardCharsets.US_ASCII));
            staged.stream().flush();

            assertThat(store.exists(ABC)).isFalse();
            assertThat(entries()).isEmpty();
        }
    }

    @Test
    void leavesNothingBehindWithoutACommit() throws IOException {
        try (BlobStore.Staged staged = store.stage()) {
            staged.stream().write("abc".getBytes(StandardCharsets.US_ASCII));
        }

        assertThat(store.exists(ABC)).isFalse();
        assertThat(entries()).isEmpty();
    }

    @Test
    void storesEqualContentOnceAndRenewsItsTime() throws IOException {
        put("abc");
        clock.advance(Duration.ofHours(2));
        put("abc");

        assertThat(entries()).containsExactly(new BlobStore.Entry(new BlobRef(ABC, 3), clock.instant()));
    }

    @Test
    void deletesWhatWasNotCommittedSince() throws IOException {
        put("abc");
        clock.advance(Duration.ofHours(1));

        store.deleteIfNotCommittedSince(ABC, clock.instant());

        assertThat(store.exists(ABC)).isFalse();
        assertThatThrownBy(() -> store.open(ABC)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void keepsWhatWasCommittedAgainSince() throws IOException {
        put("abc");
        Instant between = clock.instant().plusSeconds(1800);
        clock.advance(Duration.ofHours(1));
        put("abc");

        store.deleteIfNotCommittedSince(ABC, between);

        assertThat(content(ABC)).isEqualTo("abc");
    }

    @Test
    void deletingWhatIsNotThereDoesNothing() throws IOException {
        put("other");

        store.deleteIfNotCommittedSince(ABC, clock.instant().plusSeconds(1));

        assertThat(entries()).hasSize(1);
    }

    @Test
    void refusesNamesThatAreNoHashes() throws IOException {
        for (String name : List.of("", "abc", "../../etc/passwd", ABC.toUpperCase(Locale.ROOT))) {
            assertThat(store.exists(name)).isFalse();
            assertThatThrownBy(() -> store.open(name)).isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void letsManyWritersCommitTheSameContentAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<BlobRef>> writers = IntStream.range(0, 32)
                    .<Callable<BlobRef>>mapToObj(i -> () -> put("abc"))
                    .toList();
            for (Future<BlobRef> written : threads.invokeAll(writers)) {
                assertThat(written.get()).isEqualTo(new BlobRef(ABC, 3));
            }
        }

        assertThat(entries()).hasSize(1);
        assertThat(content(ABC)).isEqualTo("abc");
    }

    private BlobRef put(String text) throws IOException {
        try (BlobStore.Staged staged = store.stage()) {
            staged.stream().write(text.getBytes(StandardCharsets.US_ASCII));
            return staged.commit();
        }
    }

    private String content(String sha256) throws IOException {
        try (InputStream in = store.open(sha256)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private List<BlobStore.Entry> entries() throws IOException {
        try (Stream<BlobStore.Entry> entries = store.list()) {
            return entries.toList();
        }
    }

    /** A clock that stands until it is told to go on. */
    static final class SettableClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T03:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
