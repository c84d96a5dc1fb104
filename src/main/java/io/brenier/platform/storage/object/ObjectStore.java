package io.brenier.platform.storage.object;

import io.brenier.platform.BlobRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Objects under keys that are never used twice. So whatever is late (a deletion that the network held back, a write of a process thought dead) meets only what
 * nobody wants any more. An object is there whole or not at all.
 */
public interface ObjectStore {

    /**
     * Stores a file; when this returns, the object survives a crash.
     *
     * @param file may be gone afterwards
     * @param content hash and size of the file, which the store is held to
     */
    void put(String key, Path file, BlobRef content) throws IOException;

    /**
     * Opens some of an object's bytes.
     *
     * @param from first byte
     * @param length how many; there must be so many
     * @throws java.nio.file.NoSuchFileException if there is no such object
     */
    InputStream open(String key, long from, long length) throws IOException;

    /** The size of the object; empty where there is none. */
    OptionalLong size(String key) throws IOException;

    /** Removes the object; nothing happens where there is none. */
    void delete(String key) throws IOException;

    /** Removes the object, and what a writer that is given up left unfinished under its key. */
    void abandon(String key) throws IOException;

    /** Every object. The stream must be closed; it throws {@link java.io.UncheckedIOException}. */
    Stream<StoredObject> list() throws IOException;

    /**
     * Whether objects can be read and written now, quickly answered.
     *
     * @throws IOException if they cannot, with a message for an operator
     */
    void check() throws IOException;

    /** Where the objects lie, for people. */
    String place();
}
