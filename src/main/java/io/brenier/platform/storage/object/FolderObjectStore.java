package io.brenier.platform.storage.object;

import io.brenier.platform.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Objects as files of one folder. A file is written beside them, forced to the disk and then renamed, so that no reader and no crash ever meets half of one. */
public final class FolderObjectStore implements ObjectStore {

    private final Path folder;

    public FolderObjectStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    @Override
    public void put(String key, Path file, BlobRef content) throws IOException {
        Path parent = Folders.createDurably(folder, path(key.substring(0, key.lastIndexOf('/'))));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(file, path(key), StandardCopyOption.ATOMIC_MOVE);
        Folders.force(parent);
    }

    @Override
    public InputStream open(String key, long from, long length) throws IOException {
        FileChannel channel = FileChannel.open(path(key), StandardOpenOption.READ);
        channel.position(from);
        return new BoundedStream(Channels.newInputStream(channel), length);
    }

    @Override
    public OptionalLong size(String key) throws IOException {
        try {
            return OptionalLong.of(Files.size(path(key)));
        } catch (NoSuchFileException none) {
            return OptionalLong.empty();
        }
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(path(key));
    }

    @Override
    public void abandon(String key) throws IOException {
        delete(key);
    }

    @Override
    public Stream<StoredObject> list() throws IOException {
        return Files.list(folder)
                .flatMap(FolderObjectStore::children)
                .flatMap(FolderObjectStore::children)
                .flatMap(this::object);
    }

    @Override
    public void check() throws IOException {
        if (!Files.isWritable(folder)) {
            throw new IOException("folder " + place() + " cannot be written to");
        }
    }

    @Override
    public String place() {
        return folder.toAbsolutePath().normalize().toString();
    }

    private Path path(String key) {
        return folder.resolve(key);
    }

    private static Stream<Path> children(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.empty();
        }
        try {
            return Files.list(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("folder " + path + " cannot be listed", unreadable);
        }
    }

    private Stream<StoredObject> object(Path path) {
        String key = folder.relativize(path).toString().replace('\\', '/');
        if (!ObjectKeys.isKey(key)) {
            return Stream.empty();
        }
        try {
            return Stream.of(new StoredObject(
                    key, Files.size(path), Files.getLastModifiedTime(path).toInstant()));
        } catch (IOException removedMeanwhile) {
            return Stream.empty();
        }
    }
}
