package io.brenier.transport.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The zip around manifest and weights. It is written without compression, which floats hardly take anyway, and with a fixed time, so that
 * the bytes follow from the content alone, whatever the compressor's version. Compressed entries are read as well.
 */
record ZipPair(byte[] manifest, byte[] weights) {

    static final String MANIFEST = "manifest.json";
    static final String WEIGHTS = "weights.safetensors";

    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int END_BYTES = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRIES = 2;

    void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        writeEntry(zip, MANIFEST, manifest);
        writeEntry(zip, WEIGHTS, weights);
        zip.finish();
    }

    private static void writeEntry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(FIXED_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** Reads exactly the two entries, each within its limit. */
    static ZipPair read(byte[] archive, ArchiveLimits limits) throws ArchiveException {
        requireEnd(archive);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            byte[] manifest = readEntry(zip, MANIFEST, limits.manifestBytes());
            byte[] weights = readEntry(zip, WEIGHTS, limits.weightsBytes());
            if (zip.getNextEntry() != null) {
                throw new ArchiveException("The archive holds more than %s and %s.".formatted(MANIFEST, WEIGHTS));
            }
            return new ZipPair(manifest, weights);
        } catch (ArchiveException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new ArchiveException("The archive is damaged: " + e.getMessage(), e);
        }
    }

    private static byte[] readEntry(ZipInputStream zip, String name, int limit) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new ArchiveException("The archive has %s where %s is due."
                    .formatted(entry == null ? "nothing" : "an entry of another name", name));
        }
        byte[] content = zip.readNBytes(limit);
        if (zip.read() >= 0) {
            throw new ArchiveException("%s unpacks to more than the %d bytes that are allowed.".formatted(name, limit));
        }
        return content;
    }

    /** A streaming reader never looks at the end of a zip, and so would not miss it. */
    private static void requireEnd(byte[] archive) throws ArchiveException {
        if (archive.length < END_BYTES) {
            throw new ArchiveException("%d bytes are no model archive.".formatted(archive.length));
        }
        ByteBuffer end = ByteBuffer.wrap(archive, archive.length - END_BYTES, END_BYTES)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
        long directoryEnd = Integer.toUnsignedLong(end.getInt(12)) + Integer.toUnsignedLong(end.getInt(16));
        if (end.getInt(0) != END_SIGNATURE
                || end.getShort(10) != ENTRIES
                || directoryEnd != archive.length - END_BYTES) {
            throw new ArchiveException(
                    "The archive is cut short, or no zip file of %s and %s.".formatted(MANIFEST, WEIGHTS));
        }
    }
}
