package io.brenier.transport.dual.problem;

import io.brenier.transport.dual.SplitSeeds;
import java.util.SplittableRandom;

/** Every random draw of a run follows from the problem's seed, the purpose and the step, and so does not depend on what ran before. */
public enum RandomStream {
    SOURCE_SPLIT,
    TARGET_SPLIT,
    POTENTIAL_WEIGHTS,
    AMORTIZER_WEIGHTS,
    BATCHES,
    SOURCE_SUPPORT,
    TARGET_SUPPORT,
    SOURCE_WINDOWS,
    TARGET_WINDOWS,
    SOURCE_FOLDS,
    TARGET_FOLDS;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** A seed of this purpose. */
    public long seed(long problemSeed, long step) {
        return mix(mix(problemSeed + GOLDEN * (ordinal() + 1)) + GOLDEN * step);
    }

    /** The draws that hold samples out of a problem with this seed. */
    public static SplitSeeds splits(long problemSeed) {
        return new SplitSeeds(SOURCE_SPLIT.seed(problemSeed, 0), TARGET_SPLIT.seed(problemSeed, 0));
    }

    public SplittableRandom generator(long problemSeed, long step) {
        return new SplittableRandom(seed(problemSeed, step));
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
