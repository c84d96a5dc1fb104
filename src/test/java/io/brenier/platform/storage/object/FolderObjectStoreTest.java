package io.brenier.platform.storage.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectStoreTest extends ObjectStoreContract {

    private static final String SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    private Path folder;

    @Override
    protected ObjectStore newStore() throws IOException {
        return new FolderObjectStore(folder);
    }

    @Test
    void readsAndListsTheKeysOfTheFirstDatabases() throws IOException {
        String key = "ba/78/" + SHA256;
        Files.createDirectories(folder.resolve("ba/78"));
        Files.writeString(folder.resolve(key), "abc");
        Files.writeString(folder.resolve("ba/78/lost+found"), "of no concern");

        ObjectStore store = newStore();

        try (InputStream in = store.open(key, 0, 3)) {
            assertThat(in.readAllBytes()).asString().isEqualTo("abc");
        }
        try (Stream<StoredObject> listed = store.list()) {
            assertThat(listed).extracting(StoredObject::key).containsExactly(key);
        }
    }

    @Test
    void isNotReadyWhereTheFolderIsGone() throws IOException {
        ObjectStore store = newStore();
        Files.delete(folder);

        assertThatThrownBy(store::check).isInstanceOf(IOException.class).hasMessageContaining("cannot be written to");
        Files.createDirectories(folder);
    }

    @Test
    void anObjectShorterThanItShouldBeIsAnError() throws IOException {
        String key = "ba/78/" + SHA256;
        Files.createDirectories(folder.resolve("ba/78"));
        Files.writeString(folder.resolve(key), "ab");

        try (InputStream in = newStore().open(key, 0, 3)) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class).hasMessageContaining("too early");
        }
    }
}
