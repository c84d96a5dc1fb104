package io.brenier.transport.measure.stream;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Puts any number of rows into a uniformly random order, with little memory: rows go to buckets drawn at random, files of their own, and then each bucket is
 * shuffled in memory. The same rows and seed give the same order.
 */
public final class RowShuffle implements AutoCloseable {

    private static final long BUCKET_BYTES = 32L << 20;
    private static final int MOST_BUCKETS = 512;
    private static final int BUFFER = 1 << 14;

    private final int dimension;
    private final Supplier<Path> files;
    private final RandomGenerator random;
    private final List<Path> buckets = new ArrayList<>();
    private final List<OutputStream> streams = new ArrayList<>();
    private final ByteBuffer row;

    /**
     * @param rows that are to come, about
     * @param dimension of a row
     * @param seed of the order
     * @param files gives names that no file has, on a disk with room for the rows and a bucket more
     */
    public RowShuffle(long rows, int dimension, long seed, Supplier<Path> files) throws IOException {
        this(buckets(rows, dimension), dimension, seed, files);
    }

    RowShuffle(int buckets, int dimension, long seed, Supplier<Path> files) throws IOException {
        this.dimension = dimension;
        this.files = files;
        // Named, not default: the default generator may change with the JDK, and with it what a resumed run sees.
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.row = ByteBuffer.allocate(dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < buckets; i++) {
            Path file = files.get();
            this.buckets.add(file);
            streams.add(new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), BUFFER));
        }
    }

    private static int buckets(long rows, int dimension) {
        return Math.clamp(Math.ceilDiv(rows * dimension * Float.BYTES, BUCKET_BYTES), 1, MOST_BUCKETS);
    }

    public void add(float[] values) throws IOException {
        row.asFloatBuffer().put(values, 0, dimension);
        streams.get(random.nextInt(streams.size())).write(row.array());
    }

    /** The rows in their new order. The caller closes the file. */
    public RowFile finish() throws IOException {
        Path shuffled = files.get();
        boolean done = false;
        try (OutputStream out = Files.newOutputStream(shuffled, StandardOpenOption.CREATE_NEW)) {
            for (int i = 0; i < buckets.size(); i++) {
                streams.get(i).close();
                out.write(shuffled(Files.readAllBytes(buckets.get(i))));
                Files.delete(buckets.get(i));
            }
            done = true;
        } finally {
            if (!done) {
                Files.deleteIfExists(shuffled);
            }
        }
        return new RowFile(shuffled, dimension);
    }

    /** Removes the buckets, whatever became of them. */
    @Override
    public void close() throws IOException {
        for (int i = 0; i < buckets.size(); i++) {
            try (OutputStream closing = streams.get(i)) {
                Files.deleteIfExists(buckets.get(i));
            }
        }
    }

    private byte[] shuffled(byte[] bucket) {
        int length = row.capacity();
        byte[] kept = new byte[length];
        for (int i = bucket.length / length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            System.arraycopy(bucket, i * length, kept, 0, length);
            System.arraycopy(bucket, other * length, bucket, i * length, length);
            System.arraycopy(kept, 0, bucket, other * length, length);
        }
        return bucket;
    }
}
