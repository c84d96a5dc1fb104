package io.brenier.platform.points;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.transport.tensor.Points;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads points from a body in any {@link PointsFormat}, row by row, and refuses what is no set of finite points of one dimension within the
 * limits: every refusal is a {@link ProblemException}. Rows and columns in messages count from 0. Numbers are rounded to 32-bit floats.
 */
public final class PointsDecoder {

    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private PointsDecoder() {}

    /**
     * Reads the points into memory.
     *
     * @param members names that a JSON body may have beside {@code points}; any other is refused as unknown_field
     * @throws IOException if the body cannot be read from the client
     */
    public static PointsBody decode(InputStream body, PointsFormat format, PointsLimits limits, Set<String> members)
            throws IOException {
        Collector collector = new Collector();
        Map<String, JsonNode> others = decode(body, format, limits, members, collector);
        return new PointsBody(collector.points(), others);
    }

    /** As above, for bodies that hold points only. */
    public static Points decode(InputStream body, PointsFormat format, PointsLimits limits) throws IOException {
        return decode(body, format, limits, Set.of()).points();
    }

    /**
     * Hands the points on as they are read; at least one unless it throws. The caller drops what it got if this throws.
     *
     * @return what a JSON body held beside the points
     */
    public static Map<String, JsonNode> decode(
            InputStream body, PointsFormat format, PointsLimits limits, Set<String> members, PointsSink sink)
            throws IOException {
        return decode(body, format, limits, members, null, sink);
    }

    /**
     * As above; a JSON body may hold the member {@code instead} in the place of the points, and there are none then.
     *
     * @param instead one of the members; null: there must be points
     */
    public static Map<String, JsonNode> decode(
            InputStream body,
            PointsFormat format,
            PointsLimits limits,
            Set<String> members,
            @Nullable String instead,
            PointsSink sink)
            throws IOException {
        LimitedStream limited = new LimitedStream(body, limits.maxBytes());
        switch (format) {
            case JSON -> {
                return JsonPointsReader.read(limited, limits, members, instead, sink);
            }
            case CSV -> CsvPointsReader.read(limited, limits, sink);
            case NPY -> NpyPointsReader.read(limited, limits, sink);
        }
        return Map.of();
    }

    /** Grows an array as rows come. */
    private static final class Collector implements PointsSink {

        private float[] values = new float[1024];
        private int length;
        private int dimension;

        @Override
        public void row(float[] row, int columns) {
            dimension = columns;
            long needed = (long) length + columns;
            if (needed > LONGEST_ARRAY) {
                throw ProblemException.of(
                        ProblemCode.PAYLOAD_TOO_LARGE,
                        "There are more numbers than fit into memory; send fewer points.");
            }
            if (needed > values.length) {
                values = Arrays.copyOf(values, (int) Math.min(LONGEST_ARRAY, Math.max(needed, 2L * values.length)));
            }
            System.arraycopy(row, 0, values, length, columns);
            length += columns;
        }

        Points points() {
            return Points.of(
                    values.length == length ? values : Arrays.copyOf(values, length), length / dimension, dimension);
        }
    }
}
