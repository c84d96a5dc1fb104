package io.brenier.training.request;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.samples.SampleSet;
import io.brenier.samples.measure.Drawing;
import io.brenier.samples.measure.MeasureJson;
import io.brenier.transport.measure.HeldOutSplit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of a job's sample sets: stored already, or to be drawn from a measure. One of {@code set} and {@code drawing} is there.
 *
 * @param pointer where it stands in the request
 */
public record Side(@Nullable SampleSet set, @Nullable Drawing drawing, String pointer) {

    private static final int LEAST_POINTS = 2;

    /** Null where it is yet to be drawn. */
    public @Nullable UUID id() {
        return set == null ? null : set.id();
    }

    /** What it is to be drawn from; null where it is stored. */
    public @Nullable MeasureJson measure() {
        return drawing == null ? null : drawing.json();
    }

    int dimension() {
        return drawing != null ? drawing.dimension() : set == null ? 0 : set.dimension();
    }

    int count() {
        return drawing != null ? drawing.count() : set == null ? 0 : (int) Math.min(set.count(), Integer.MAX_VALUE);
    }

    /** What is left to train on once the trainer has held some of it out. */
    int trainingRows(boolean validated) {
        return validated ? count() : HeldOutSplit.usualTrainingRows(count());
    }

    /**
     * @throws ProblemException dimension_mismatch or too_few_points
     */
    void requireFitting(Side source) {
        if (dimension() != source.dimension()) {
            throw ProblemException.at(
                    pointer,
                    ProblemCode.DIMENSION_MISMATCH,
                    "source has %d columns, %s has %d; all sets of a job must have the same number."
                            .formatted(source.dimension(), pointer.substring(1), dimension()));
        }
        if (count() < LEAST_POINTS) {
            throw ProblemException.at(
                    pointer,
                    ProblemCode.TOO_FEW_POINTS,
                    "the set has %d points; a training needs at least %d.".formatted(count(), LEAST_POINTS));
        }
    }
}
