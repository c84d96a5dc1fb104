package io.brenier.training.problem;

import io.brenier.training.solver.SolverSpecs;
import io.brenier.training.solver.json.NetworkJson;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.transport.dual.SolverSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * About how many bytes a training takes, from above: its samples, which can be streamed instead, and all else, which cannot.
 *
 * <p>All else: d × d matrices in double for moments and the Gaussian map; of each network its weights, gradient, average, best, checkpoint and the optimiser's moments and
 * bases; of a batch what a pass keeps of it, and the conjugate solver's history.
 *
 * @param perRow bytes that a row takes while it lies in memory
 * @param working bytes beside the rows
 * @param leastRows that must lie in memory
 */
record MemoryEstimate(long perRow, long working, long leastRows) {

    private static final long BASE = 48L << 20;
    private static final long MATRICES = 12 * Double.BYTES;
    /** Copies of a network's weights. */
    private static final long WEIGHTS = 20 * Float.BYTES;

    /** Of every unit: what it puts out and the deltas, of a batch, of two joined, and of these with far valleys, in arrays up to twice as long as that. */
    private static final long ACTIVATIONS = 14 * Float.BYTES;

    private static final long HISTORY = 30 * Float.BYTES;
    /** As they came, as they were split, standardised, and where the map takes them, along which they are coupled. */
    private static final int COPIES = 4;

    /** Two orders, one of which is being replaced, and what it is sorted by. */
    private static final int INDICES = 3 * Integer.BYTES;
    /** Enough for a network not to learn them by heart, and for every figure. */
    private static final long FEWEST_ROWS = 20_000;

    private static final int USUAL_BATCH = 1_024;
    private static final List<Integer> LARGEST_OF_AUTO = List.of(256, 256, 256);

    static MemoryEstimate of(SolverSpec solver, int dimension) {
        SolverJson json = SolverSpecs.json(solver);
        int batch = json.batchSize() == null ? USUAL_BATCH : json.batchSize();
        long working = BASE
                + MATRICES * dimension * dimension
                + HISTORY * batch * dimension
                + network(json.potential(), dimension, batch)
                + network(json.amortizer() == null ? json.potential() : json.amortizer(), dimension, batch);
        return new MemoryEstimate(
                (long) COPIES * Float.BYTES * dimension + INDICES, working, Math.max(FEWEST_ROWS, batch));
    }

    /** Bytes of a row of a streamed side: the window that batches come from is as long as what lies in memory, and there twice while it is read. */
    long perStreamedRow(int dimension) {
        return perRow + 2L * Float.BYTES * dimension + INDICES;
    }

    /** Bytes of a side of which so many rows lie in memory. */
    long side(long resident, SideRows rows, int dimension) {
        long validation = Float.BYTES * dimension * rows.validation();
        return resident * perRow + validation;
    }

    private static long network(@Nullable NetworkJson network, int dimension, int batch) {
        List<Integer> hidden = network == null || network.hidden() == null ? LARGEST_OF_AUTO : network.hidden();
        long weights = 0;
        long units = dimension;
        int before = dimension;
        for (int width : hidden) {
            // Convex networks see the point again in every layer.
            weights += (long) width * (before + dimension);
            units += width;
            before = width;
        }
        return WEIGHTS * weights + ACTIVATIONS * batch * units;
    }
}
