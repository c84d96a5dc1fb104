package io.brenier.samples;

import io.brenier.platform.BlobRef;
import io.brenier.platform.BlobStore;
import io.brenier.platform.points.NpyWriter;
import io.brenier.platform.points.PointsSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Rows laid on the disk as they come, since an npy file begins with their number. Closing removes them. */
final class RowSpool implements PointsSink, AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final OutputStream out;
    private final Moments moments = new Moments();
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    RowSpool(Path file) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), BUFFER);
    }

    @Override
    public void row(float[] values, int dimension) throws IOException {
        moments.add(values, dimension);
        if (bytes.capacity() == 0) {
            bytes = ByteBuffer.allocate(dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        }
        bytes.asFloatBuffer().put(values, 0, dimension);
        out.write(bytes.array());
    }

    Moments moments() {
        return moments;
    }

    /** Stores all rows as one npy file. */
    BlobRef store(BlobStore store) throws IOException {
        out.flush();
        try (BlobStore.Staged staged = store.stage()) {
            NpyWriter.writeHeader(moments.count(), moments.dimension(), staged.stream());
            Files.copy(file, staged.stream());
            return staged.commit();
        }
    }

    @Override
    public void close() throws IOException {
        try (OutputStream closing = out) {
            Files.deleteIfExists(file);
        }
    }
}
