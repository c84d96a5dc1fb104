package io.brenier.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobStore;
import io.brenier.platform.storage.object.ObjectKeys;
import io.brenier.platform.storage.object.ObjectStore;
import io.brenier.platform.storage.object.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;

/** What the blob store and its collector must hold, on every database and every object store. */
abstract class BlobStoreContract {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final Duration KEEP = Duration.ofHours(24);

    @TempDir
    private Path directory;

    private StoredBlobs blobs;
    private ObjectStore objects;

    /** An empty database. */
    abstract DataSource newDatabase();

    /** An empty store. */
    abstract ObjectStore newObjects(Path folder) throws IOException;

    @BeforeEach
    void open() throws IOException {
        objects = newObjects(directory.resolve("blobs"));
        blobs = new StoredBlobs(newDatabase(), objects, directory);
    }

    @Test
    void namesABlobByTheHashOfItsContent() throws IOException {
        BlobRef ref = blobs.put("abc");

        assertThat(ref).isEqualTo(new BlobRef(ABC, 3));
        assertThat(blobs.holds(ABC)).isTrue();
        assertThat(blobs.content(ABC)).isEqualTo("abc");
    }

    @Test
    void keepsAnEmptyBlob() throws IOException {
        BlobRef ref = blobs.put("");

        assertThat(ref.size()).isZero();
        assertThat(blobs.content(ref.sha256())).isEmpty();
    }

    @Test
    void keepsABlobLargerThanAnyBufferAndOpensAnyStretchOfIt() throws IOException {
        byte[] bytes = new byte[3_000_001];
        new Random(1).nextBytes(bytes);
        BlobRef ref;
        try (BlobStore.Staged staged = blobs.store().stage()) {
            staged.stream().write(bytes);
            ref = staged.commit();
        }

        assertThat(ref.size()).isEqualTo(bytes.length);
        try (InputStream in = blobs.store().open(ref.sha256())) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        try (InputStream in = blobs.store().open(ref.sha256(), 1_000_000, 500)) {
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 1_000_000, 1_000_500));
        }
    }

    @Test
    void showsNothingBeforeTheCommitAndLeavesNothingWithout() throws IOException {
        try (BlobStore.Staged staged = blobs.store().stage()) {
            staged.stream().write("abc".getBytes(StandardCharsets.US_ASCII));
            staged.stream().flush();

            assertThat(blobs.holds(ABC)).isFalse();
        }

        assertThat(blobs.holds(ABC)).isFalse();
        assertThat(keys()).isEmpty();
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void storesEqualContentOnce() throws IOException {
        blobs.put("abc");
        blobs.put("abc");

        assertThat(keys()).hasSize(1);
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void writesABlobAgainWhoseObjectWasLost() throws IOException {
        blobs.put("abc");
        objects.delete(keys().getFirst());

        blobs.put("abc");

        assertThat(blobs.content(ABC)).isEqualTo("abc");
    }

    @Test
    void readingADamagedBlobEndsInAnError() throws IOException {
        blobs.put("abc");
        Path file = Files.writeString(directory.resolve("damaged"), "abd");
        String key = ObjectKeys.unused(ABC);
        objects.put(key, file, new BlobRef("a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9", 3));
        blobs.update("update blobs set object_key = '%s'".formatted(key));

        assertThatThrownBy(() -> blobs.content(ABC))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void refusesNamesThatAreNoHashes() throws IOException {
        for (String name : List.of("", "abc", "../../etc/passwd", ABC.toUpperCase(Locale.ROOT))) {
            assertThat(blobs.holds(name)).isFalse();
            assertThatThrownBy(() -> blobs.store().open(name)).isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void letsManyWritersCommitTheSameContentAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<BlobRef>> writers = IntStream.range(0, 32)
                    .<Callable<BlobRef>>mapToObj(_ -> () -> blobs.put("abc"))
                    .toList();
            for (Future<BlobRef> written : threads.invokeAll(writers)) {
                assertThat(written.get()).isEqualTo(new BlobRef(ABC, 3));
            }
        }

        assertThat(blobs.content(ABC)).isEqualTo("abc");
        blobs.grow(KEEP.plusHours(1));
        blobs.need(ABC);
        blobs.collect(Duration.ZERO);
        assertThat(keys())
                .as("those of the writers that came too late are gone")
                .hasSize(1);
    }

    @Test
    void refusesACommitWithinATransaction() {
        blobs.inTransaction(() -> assertThatThrownBy(() -> blobs.put("abc"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before the transaction"));
    }

    @Test
    void collectsOnlyWhatNothingReferredToForLongEnough() throws IOException {
        blobs.need(blobs.put("needed").sha256());
        BlobRef forgotten = blobs.put("forgotten");
        BlobRef renewed = blobs.put("renewed");
        blobs.grow(KEEP.plusMinutes(1));
        blobs.put("renewed");
        BlobRef young = blobs.put("young");

        blobs.collect(KEEP);

        assertThat(blobs.content(blobs.needed().iterator().next())).isEqualTo("needed");
        assertThat(blobs.content(renewed.sha256())).isEqualTo("renewed");
        assertThat(blobs.content(young.sha256())).isEqualTo("young");
        assertThat(blobs.holds(forgotten.sha256())).isFalse();
        assertThat(keys()).hasSize(3);
        assertThat(blobs.collected()).isEqualTo(1);
    }

    @Test
    void collectsWhatAWriterLeftThatDied() throws IOException {
        String key = ObjectKeys.unused(ABC);
        blobs.announce(key);
        objects.put(key, Files.writeString(directory.resolve("left"), "abc"), new BlobRef(ABC, 3));

        blobs.collect(KEEP);
        assertThat(keys()).as("it may be alive yet").containsExactly(key);
        blobs.grow(KEEP.plusMinutes(1));
        blobs.collect(KEEP);

        assertThat(keys()).isEmpty();
        assertThat(blobs.adopt(key, new BlobRef(ABC, 3)))
                .as("it comes too late")
                .isFalse();
    }

    @Test
    void aLateDeletionDoesNotMeetTheSameContentCommittedAgain() throws IOException {
        blobs.put("abc");
        String held = keys().getFirst();
        blobs.grow(KEEP.plusMinutes(1));
        blobs.collect(KEEP);
        blobs.need(blobs.put("abc").sha256());

        objects.delete(held);

        assertThat(blobs.content(ABC)).isEqualTo("abc");
    }

    @Test
    void aReferenceToACollectedBlobIsRefused() throws IOException {
        blobs.put("abc");
        blobs.grow(KEEP.plusMinutes(1));
        blobs.collect(KEEP);

        assertThatThrownBy(() -> blobs.need(ABC)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void oneProcessOfManyHasTheTurn() throws Exception {
        blobs.update("update blob_collection set next_at = current_timestamp");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> processes = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(_ -> () -> blobs.takeTurn(Duration.ofHours(1)))
                    .toList();
            int turns = 0;
            for (Future<Boolean> turn : threads.invokeAll(processes)) {
                turns += turn.get() ? 1 : 0;
            }
            assertThat(turns).isEqualTo(1);
        }
    }

    @Test
    void neverRemovesWhatIsReferredToHoweverCommitsReferencesAndCollectionsMeet() throws Exception {
        CollectionRace race = new CollectionRace(blobs, 6, 40);

        race.run();

        assertThat(race.collections()).isGreaterThan(1);
        assertThat(race.references()).isPositive();
        for (String sha256 : blobs.needed()) {
            assertThat(blobs.content(sha256)).startsWith("content ");
        }
        blobs.collect(Duration.ZERO);
        assertThat(keys()).as("no object but those of needed blobs is left").hasSameSizeAs(blobs.needed());
    }

    private List<String> keys() throws IOException {
        try (Stream<StoredObject> listed = objects.list()) {
            return listed.map(StoredObject::key).toList();
        }
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("unfinished"))) {
            return files.toList();
        }
    }
}
