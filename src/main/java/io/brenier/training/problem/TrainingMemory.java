package io.brenier.training.problem;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.Role;
import io.brenier.transport.dual.SolverSpec;
import org.springframework.util.unit.DataSize;

/** What a training may take, and how it is made to fit: all samples in memory where they fit, else a draw of them and the rest as a stream. */
public class TrainingMemory {

    private static final double OF_HEAP = 0.6;
    /** Where nothing is trained, samples are looked at only to promote a checkpoint, beside all that is served. */
    private static final double OF_HEAP_BESIDE_SERVING = 0.2;

    private final MemoryProperties properties;
    private final int slots;
    private final Role role;

    /** @param slots trainings at a time in this process */
    public TrainingMemory(MemoryProperties properties, int slots, Role role) {
        this.properties = properties;
        this.slots = slots;
        this.role = role;
    }

    /**
     * Before a job is taken. A process that does not train knows nothing of the workers' memory unless it is told.
     *
     * @throws ProblemException job_too_large, with the figures
     */
    public void requireFitting(SolverSpec solver, int dimension, SideRows source, SideRows target) {
        if (properties.limit() != null || role != Role.API) {
            residency(solver, dimension, source, target);
        }
    }

    /**
     * How many rows of each side may lie in memory.
     *
     * @throws ProblemException job_too_large if even the fewest do not fit
     */
    public Residency residency(SolverSpec solver, int dimension, SideRows source, SideRows target) {
        MemoryEstimate estimate = MemoryEstimate.of(solver, dimension);
        long limit = limit();
        long all = estimate.working()
                + estimate.side(source.training(), source, dimension)
                + estimate.side(target.training(), target, dimension);
        if (all <= limit) {
            return new Residency(source.training(), target.training());
        }
        long fixed = estimate.working() + estimate.side(0, source, dimension) + estimate.side(0, target, dimension);
        long perRow = estimate.perStreamedRow(dimension);
        long rows = (limit - fixed) / perRow;
        long leastSource = Math.min(source.training(), estimate.leastRows());
        long leastTarget = Math.min(target.training(), estimate.leastRows());
        if (rows < leastSource + leastTarget) {
            throw tooLarge(fixed + (leastSource + leastTarget) * perRow, dimension, limit);
        }
        long half = rows / 2;
        long ofSource = Math.min(source.training(), Math.max(half, rows - target.training()));
        return new Residency(
                Math.max(leastSource, Math.min(ofSource, rows - leastTarget)),
                Math.max(leastTarget, Math.min(target.training(), rows - Math.max(leastSource, ofSource))));
    }

    private long limit() {
        DataSize set = properties.limit();
        return set != null
                ? set.toBytes()
                : (long) (part() * Runtime.getRuntime().maxMemory());
    }

    private double part() {
        return role == Role.API ? OF_HEAP_BESIDE_SERVING : OF_HEAP / slots;
    }

    private static ProblemException tooLarge(long needed, int dimension, long limit) {
        return ProblemException.of(
                ProblemCode.JOB_TOO_LARGE,
                "The training needs about %,d MB in %d dimensions, even with its samples streamed; %,d MB are allowed (brenier.training.memory.limit). Take smaller networks, batches or validation sets."
                        .formatted(needed >> 20, dimension, limit >> 20));
    }
}
