package io.brenier.platform.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.brenier.platform.BlobRef;
import io.brenier.platform.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every object store must hold; each implementation extends it. */
public abstract class ObjectStoreContract {

    @TempDir
    private Path files;

    private ObjectStore store;

    /** An empty store. */
    protected abstract ObjectStore newStore() throws IOException;

    @BeforeEach
    void open() throws IOException {
        store = newStore();
    }

    @Test
    void keepsWhatIsPut() throws IOException {
        String key = put(bytes("abc"));

        assertThat(content(key, 3)).isEqualTo(bytes("abc"));
        assertThat(store.size(key)).hasValue(3);
    }

    @Test
    void keepsAnEmptyObject() throws IOException {
        String key = put(new byte[0]);

        assertThat(store.size(key)).hasValue(0);
        assertThat(content(key, 0)).isEmpty();
    }

    @Test
    void keepsAnObjectOfSeveralParts() throws IOException {
        byte[] content = random(11_000_001);
        String key = put(content);

        assertThat(content(key, content.length)).isEqualTo(content);
    }

    @Test
    void opensAStretch() throws IOException {
        byte[] content = random(100_000);
        String key = put(content);

        try (InputStream in = store.open(key, 40_000, 20_001)) {
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, 40_000, 60_001));
        }
        try (InputStream in = store.open(key, 99_999, 1)) {
            assertThat(in.read()).isEqualTo(content[99_999] & 0xff);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void leavesAnOpenStreamThatIsNotReadToItsEnd() throws IOException {
        String key = put(random(3_000_000));

        try (InputStream in = store.open(key, 0, 3_000_000)) {
            assertThat(in.readNBytes(10)).hasSize(10);
        }

        assertThat(store.size(key)).hasValue(3_000_000);
    }

    @Test
    void saysThatAnObjectIsMissing() throws IOException {
        String key = ObjectKeys.unused(sha256(bytes("abc")));

        assertThat(store.size(key)).isEmpty();
        assertThatThrownBy(() -> store.open(key, 0, 3)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store.open(key, 0, 0).readAllBytes()).isInstanceOf(IOException.class);
    }

    @Test
    void deletesOneObjectAndNoOtherOfTheSameContent() throws IOException {
        String first = put(bytes("abc"));
        String second = put(bytes("abc"));

        store.delete(first);
        store.delete(first);

        assertThat(store.size(first)).isEmpty();
        assertThat(content(second, 3)).isEqualTo(bytes("abc"));
    }

    @Test
    void abandonsWhatWasFinishedAndWhatNeverBegan() throws IOException {
        String key = put(bytes("abc"));

        store.abandon(key);
        store.abandon(ObjectKeys.unused(sha256(bytes("abc"))));

        assertThat(listed()).isEmpty();
    }

    @Test
    void listsEveryObjectWithItsSize() throws IOException {
        String first = put(bytes("abc"));
        String second = put(bytes("defg"));

        assertThat(listed())
                .extracting(StoredObject::key, StoredObject::size)
                .containsExactlyInAnyOrder(tuple(first, 3L), tuple(second, 4L));
    }

    @Test
    void takesManyAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> writers = IntStream.range(0, 32)
                    .<Callable<String>>mapToObj(i -> () -> put(bytes("content " + i)))
                    .toList();
            for (Future<String> written : threads.invokeAll(writers)) {
                assertThat(store.size(written.get())).isPresent();
            }
        }

        assertThat(listed()).hasSize(32);
    }

    @Test
    void isReady() throws IOException {
        store.check();

        assertThat(store.place()).isNotBlank();
    }

    private String put(byte[] content) throws IOException {
        Path file = Files.createTempFile(files, "object", "");
        Files.write(file, content);
        BlobRef ref = new BlobRef(sha256(content), content.length);
        String key = ObjectKeys.unused(ref.sha256());
        store.put(key, file, ref);
        return key;
    }

    private byte[] content(String key, int length) throws IOException {
        try (InputStream in = store.open(key, 0, length)) {
            return in.readAllBytes();
        }
    }

    private List<StoredObject> listed() throws IOException {
        try (Stream<StoredObject> objects = store.list()) {
            return objects.toList();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String sha256(byte[] content) {
        return HexFormat.of().formatHex(Sha256.digest().digest(content));
    }
}
