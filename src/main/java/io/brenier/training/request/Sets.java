package io.brenier.training.request;

import io.brenier.training.problem.SideRows;
import io.brenier.transport.measure.HeldOutSplit;
import org.jspecify.annotations.Nullable;

/**
 * The sets that jobs learn from and are scored on; they fit each other.
 *
 * @param validationSource null: some of the source are held out
 * @param validationTarget null: some of the target are held out
 */
public record Sets(
        Side source,
        Side target,
        @Nullable Side validationSource,
        @Nullable Side validationTarget) {

    int dimension() {
        return source.dimension();
    }

    int smallestCount() {
        return Math.min(source.count(), target.count());
    }

    int trainingRows() {
        return Math.min(source.trainingRows(validationSource != null), target.trainingRows(validationTarget != null));
    }

    SideRows sourceRows() {
        return rows(source, validationSource);
    }

    SideRows targetRows() {
        return rows(target, validationTarget);
    }

    private static SideRows rows(Side side, @Nullable Side validation) {
        return new SideRows(side.count(), validation == null ? 0 : validation.count());
    }

    /** Rows of the smaller side that maps are scored on. */
    public int heldOutRows() {
        return Math.min(heldOutRows(source, validationSource), heldOutRows(target, validationTarget));
    }

    private static int heldOutRows(Side side, @Nullable Side validation) {
        return HeldOutSplit.heldOutRows(side.count(), validation == null ? 0 : validation.count());
    }
}
