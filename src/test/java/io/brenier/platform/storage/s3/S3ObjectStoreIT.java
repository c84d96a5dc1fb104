package io.brenier.platform.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brenier.platform.BlobRef;
import io.brenier.platform.storage.object.ObjectKeys;
import io.brenier.platform.storage.object.ObjectStore;
import io.brenier.platform.storage.object.ObjectStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.MinIOContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/** On a real S3 server. */
@Tag("containers")
@Testcontainers
class S3ObjectStoreIT extends ObjectStoreContract {

    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Container
    private static final MinIOContainer SERVER = new MinIOContainer(Bucket.IMAGE);

    @TempDir
    private Path folder;

    private final Bucket bucket = new Bucket(SERVER);

    @Override
    protected ObjectStore newStore() {
        return bucket.store();
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    @Test
    void theServerRefusesContentOfAnotherHash() throws IOException {
        ObjectStore store = bucket.store();
        Path file = Files.writeString(folder.resolve("file"), "abd");
        String key = ObjectKeys.unused(ABC);

        assertThatThrownBy(() -> store.put(key, file, new BlobRef(ABC, 3))).isInstanceOf(IOException.class);

        assertThat(store.size(key)).isEmpty();
    }

    @Test
    void laysObjectsUnderThePrefix() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "abc");
        String key = ObjectKeys.unused(ABC);
        bucket.store().put(key, file, new BlobRef(ABC, 3));

        HeadObjectResponse head =
                bucket.client().headObject(get -> get.bucket(bucket.name()).key("some/prefix/blobs/" + key));

        assertThat(head.contentLength()).isEqualTo(3);
    }

    @Test
    void abandonsAnUploadInPartsThatWasLeft() throws IOException {
        String key = ObjectKeys.unused(ABC);
        bucket.client()
                .createMultipartUpload(create -> create.bucket(bucket.name()).key("some/prefix/blobs/" + key));

        bucket.store().abandon(key);

        assertThat(bucket.client()
                        .listMultipartUploads(list -> list.bucket(bucket.name()).prefix("some/prefix/blobs/" + key))
                        .uploads())
                .isEmpty();
    }

    @Test
    void isNotReadyWithoutItsBucket() {
        ObjectStore store = bucket.store();
        bucket.client().deleteBucket(delete -> delete.bucket(bucket.name()));

        assertThatThrownBy(store::check)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bucket s3://" + bucket.name() + "/some/prefix/");
    }

    @Test
    void isNotReadyWithoutAServer() {
        try (Bucket nowhere = Bucket.unreachable()) {
            assertThatThrownBy(nowhere.store()::check)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("does not answer");
        }
    }
}
