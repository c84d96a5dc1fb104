package io.brenier.transport.dual.checkpoint;

import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.tensor.Points;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Tells problems apart, so that a checkpoint is not continued on another one: the spec, the seed and sums over the samples. */
public final class Fingerprint {

    private static final int BLOCK = 1 << 14;

    private Fingerprint() {}

    public static String of(TrainingProblem problem) {
        String all = String.join(
                " ",
                problem.solver().toString(),
                "seed=" + problem.seed(),
                checksum(problem.source()),
                checksum(problem.target()),
                checksum(problem.validationSource()),
                checksum(problem.validationTarget()));
        return problem.splits() == null ? all : all + " " + problem.splits();
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
