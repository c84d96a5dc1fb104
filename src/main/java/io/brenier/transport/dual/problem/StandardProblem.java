package io.brenier.transport.dual.problem;

import io.brenier.transport.dual.SampleStreams;
import io.brenier.transport.dual.StandardizedDualPotentials;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.measure.HeldOutSplit;
import io.brenier.transport.measure.Moments;
import io.brenier.transport.measure.Standardization;
import io.brenier.transport.measure.stream.SampleStream;
import io.brenier.transport.tensor.Points;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A problem in standardised coordinates; it follows from the problem alone, so that a resumed run sees the same.
 *
 * @param sourceUnits from the source's training samples
 * @param targetUnits from the target's training samples
 * @param gaussian the optimal affine map between the training samples' moments
 * @param source training samples
 * @param target training samples
 * @param heldOutSource for scores
 * @param heldOutTarget for scores
 * @param streams of sides that do not fit into memory, in the units of the samples
 */
public record StandardProblem(
        Standardization sourceUnits,
        Standardization targetUnits,
        AffinePair gaussian,
        Points source,
        Points target,
        Points heldOutSource,
        Points heldOutTarget,
        SampleStreams streams) {

    private static final int MANY_SAMPLES = 15_000;
    private static final int FEW_SAMPLES_A_DIMENSION = 20;

    /** @throws IllegalArgumentException if no map can be learned from such sets, with the reason */
    public static StandardProblem of(TrainingProblem problem) {
        ProblemSets sets = ProblemSets.of(problem);
        Moments source = Moments.of(sets.source());
        Moments target = Moments.of(sets.target());
        Standardization sourceUnits = Standardization.of(source);
        Standardization targetUnits = Standardization.of(target);
        return new StandardProblem(
                sourceUnits,
                targetUnits,
                AffinePair.gaussian(source, sourceUnits, target, targetUnits),
                sourceUnits.apply(sets.source()),
                targetUnits.apply(sets.target()),
                sourceUnits.apply(sets.heldOutSource()),
                targetUnits.apply(sets.heldOutTarget()),
                problem.streams());
    }

    public int dimension() {
        return source.dimension();
    }

    /** Whether there are too many samples for a network to learn them by heart. */
    public boolean hasManySamples() {
        return smallestCount() >= MANY_SAMPLES;
    }

    /** Whether there are too few samples, and too few of them held out, to tell maps apart. */
    public boolean hasFewSamples() {
        long few = (long) FEW_SAMPLES_A_DIMENSION * dimension();
        return !hasManySamples() && smallestStock() < few && Math.min(heldOutSource.rows(), heldOutTarget.rows()) < few;
    }

    /**
     * A problem with another part of this one's training samples held out and the rest to train on; in the same coordinates, the Gaussian map
     * that of the rest. Which samples are held out together follows from the seed.
     *
     * @param fold which part, from 0
     * @param count of the parts, at most half of {@link #smallestCount}
     * @return empty if all that would be left of a side is one point many times
     */
    public Optional<StandardProblem> fold(int fold, int count, long seed) {
        HeldOutSplit x = HeldOutSplit.fold(source, fold, count, RandomStream.SOURCE_FOLDS.seed(seed, 0));
        HeldOutSplit y = HeldOutSplit.fold(target, fold, count, RandomStream.TARGET_FOLDS.seed(seed, 0));
        Moments ofX = Moments.of(x.training());
        Moments ofY = Moments.of(y.training());
        if (!(ofX.trace() > 0 && ofY.trace() > 0)) {
            return Optional.empty();
        }
        Standardization same = Standardization.identity(dimension());
        return Optional.of(new StandardProblem(
                sourceUnits,
                targetUnits,
                AffinePair.gaussian(ofX, same, ofY, same),
                x.training(),
                y.training(),
                x.heldOut(),
                y.heldOut(),
                SampleStreams.NONE));
    }

    public int smallestCount() {
        return Math.min(source.rows(), target.rows());
    }

    /** Samples of the smaller side that batches are drawn from, in memory or not. */
    public long smallestStock() {
        return Math.min(stock(source, streams.source()), stock(target, streams.target()));
    }

    private static long stock(Points samples, @Nullable SampleStream stream) {
        return stream == null ? samples.rows() : stream.rows();
    }

    public StandardizedDualPotentials inUnits(NetworkPair pair) {
        return new StandardizedDualPotentials(sourceUnits, targetUnits, pair.potential(), pair.amortizer());
    }
}
