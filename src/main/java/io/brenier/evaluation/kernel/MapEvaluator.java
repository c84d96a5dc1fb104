package io.brenier.evaluation.kernel;

import io.brenier.evaluation.cache.ModelCache;
import io.brenier.models.ResolvedModel;
import io.brenier.platform.ProblemException;
import io.brenier.platform.points.PointsEncoder;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.tensor.Points;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Evaluates models on points. A row's answer depends on nothing but the row, the model and the refinement asked for: not on its neighbours, on
 * how rows are cut into blocks or on what else runs, to the last bit.
 */
@ConditionalOnRole(Role.API)
@Component
public class MapEvaluator {

    /** Rows that one thread takes at a time: enough to use the caches well, few enough to share a large request out. */
    private static final int DIRECT_BLOCK = 1024;

    private static final int REFINED_BLOCK = 128;

    private final ModelCache models;
    private final EvaluationPool pool;
    private final EvaluationMetrics metrics;

    MapEvaluator(ModelCache models, EvaluationPool pool, EvaluationMetrics metrics) {
        this.models = models;
        this.pool = pool;
        this.metrics = metrics;
    }

    /**
     * FORWARD: ∇f(x). INVERSE: ∇f*(y). [n, d] → [n, d].
     *
     * @throws ProblemException dimension_mismatch, model_not_ready, non_finite_output
     */
    public Evaluation transport(ResolvedModel model, Points points, Direction direction, Conjugate conjugate) {
        return evaluate("transport", model, points, direction, conjugate, model.dimension(), (potentials, block) -> {
            if (direction == Direction.INVERSE && conjugate instanceof Conjugate.Refined refined) {
                ConjugateResult solved = potentials.refineInverse(block, refined.spec());
                return new EvaluatedBlock(solved.argmins().values(), solved);
            }
            return new EvaluatedBlock(potentials.transport(block, direction).values(), null);
        });
    }

    /**
     * FORWARD: f(x). INVERSE: f*(y). [n, d] → [n, 1].
     *
     * @throws ProblemException dimension_mismatch, model_not_ready, non_finite_output
     */
    public Evaluation potential(ResolvedModel model, Points points, Direction direction, Conjugate conjugate) {
        return evaluate("potential", model, points, direction, conjugate, 1, (potentials, block) -> {
            if (direction == Direction.INVERSE && conjugate instanceof Conjugate.Refined refined) {
                ConjugateResult solved = potentials.refineInverse(block, refined.spec());
                return new EvaluatedBlock(solved.values(), solved);
            }
            return new EvaluatedBlock(potentials.potential(block, direction), null);
        });
    }

    private Evaluation evaluate(
            String output,
            ResolvedModel model,
            Points points,
            Direction direction,
            Conjugate conjugate,
            int width,
            Kernel kernel) {
        ModelDimension.require(model, points, "/points");
        int rows = points.rows();
        boolean refined = conjugate instanceof Conjugate.Refined;
        int blockRows = refined && direction == Direction.INVERSE ? REFINED_BLOCK : DIRECT_BLOCK;
        Supplier<Evaluation> evaluate = () -> {
            DualPotentials potentials = models.get(model);
            return EvaluatedBlock.join(
                    pool.inBlocks(rows, blockRows, (from, to) -> kernel.evaluate(potentials, points.slice(from, to))),
                    rows,
                    width);
        };
        Evaluation evaluation = metrics.record(output, direction, conjugate, rows, evaluate, Evaluation::unconverged);
        PointsEncoder.requireFinite(evaluation.output());
        boolean exact = refined && direction == Direction.FORWARD;
        return exact ? new Evaluation(evaluation.output(), RowReport.exact(rows)) : evaluation;
    }

    /** Evaluates some rows. */
    @FunctionalInterface
    private interface Kernel {
        EvaluatedBlock evaluate(DualPotentials potentials, Points block);
    }
}
