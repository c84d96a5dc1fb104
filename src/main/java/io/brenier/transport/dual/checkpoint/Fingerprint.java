package io.brenier.transport.dual.checkpoint;

import io.brenier.transport.dual.SampleStreams;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.measure.stream.SampleStream;
import io.brenier.transport.tensor.Points;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Tells problems apart, so that a checkpoint is not continued on another one: the spec, the seed and sums over the samples. */
public final class Fingerprint {

    private static final int BLOCK = 1 << 14;

    /** Left out: checkpoints of the releases that knew no patience are of problems without one. */
    private static final String NO_PATIENCE = ", patience=0";

    /**
     * Left out: checkpoints of the releases that knew no such search go on with it, at what was its default in the first that did. It stays this
     * number whatever becomes the default.
     */
    private static final String USUAL_SEARCH = ", valleySearchEvery=50,";

    private Fingerprint() {}

    public static String of(TrainingProblem problem) {
        String all = String.join(
                " ",
                problem.solver().toString().replace(NO_PATIENCE, "").replace(USUAL_SEARCH, ","),
                "seed=" + problem.seed(),
                checksum(problem.source()),
                checksum(problem.target()),
                checksum(problem.validationSource()),
                checksum(problem.validationTarget()));
        return Stream.of(problem.splits(), streams(problem.streams()))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" ", all + " ", ""))
                .strip();
    }

    /** By their lengths: the points in memory are a draw from them. */
    private static @Nullable String streams(SampleStreams streams) {
        return streams.isEmpty() ? null : "streams=%d,%d".formatted(rows(streams.source()), rows(streams.target()));
    }

    private static long rows(@Nullable SampleStream stream) {
        return stream == null ? 0 : stream.rows();
    }

    private static String checksum(@Nullable Points points) {
        if (points == null) {
            return "none";
        }
        CRC32C sum = new CRC32C();
        ByteBuffer block = ByteBuffer.allocate(BLOCK * Float.BYTES);
        float[] values = points.values();
        for (int from = 0; from < values.length; from += BLOCK) {
            int count = Math.min(BLOCK, values.length - from);
            block.asFloatBuffer().put(values, from, count);
            sum.update(block.array(), 0, count * Float.BYTES);
        }
        return "%dx%d:%08x".formatted(points.rows(), points.dimension(), sum.getValue());
    }
}
