package io.brenier.evaluation.kernel;

import io.brenier.evaluation.cache.ModelCache;
import io.brenier.models.ResolvedModel;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.DualPotentials;
import io.brenier.transport.flow.HessianStatus;
import io.brenier.transport.flow.LogDeterminant;
import io.brenier.transport.flow.MovedDensities;
import io.brenier.transport.flow.MovedDensity;
import io.brenier.transport.measure.named.DensityMeasure;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Evaluates densities of moved measures; rows are independent of each other, to the last bit. */
@ConditionalOnRole(Role.API)
@Component
public class DensityEvaluator {

    private static final int BLOCK = 64;

    private final ModelCache models;
    private final EvaluationPool pool;
    private final EvaluationMetrics metrics;

    DensityEvaluator(ModelCache models, EvaluationPool pool, EvaluationMetrics metrics) {
        this.models = models;
        this.pool = pool;
        this.metrics = metrics;
    }

    /**
     * @param moved which way the base went
     * @throws ProblemException dimension_mismatch, model_not_ready
     */
    public DensityEvaluation at(
            ResolvedModel model,
            Points points,
            Direction moved,
            DensityMeasure base,
            LogDeterminant logDeterminant,
            Conjugate.Refined conjugate) {
        ModelDimension.require(model, points, "/points");
        Supplier<DensityEvaluation> evaluate = () -> {
            DualPotentials map = models.get(model);
            MovedDensity density = new MovedDensity(map, base, logDeterminant, conjugate.spec());
            return join(
                    pool.inBlocks(points.rows(), BLOCK, (from, to) -> density.at(points.slice(from, to), moved)),
                    points.rows());
        };
        return metrics.record(
                "density",
                moved,
                conjugate,
                points.rows(),
                evaluate,
                evaluation -> evaluation.rows().unconverged());
    }

    private static DensityEvaluation join(List<MovedDensities> blocks, int rows) {
        double[] logs = new double[rows];
        double[] determinants = new double[rows];
        double[] errors = new double[rows];
        HessianStatus[] hessians = new HessianStatus[rows];
        int from = 0;
        for (MovedDensities block : blocks) {
            int count = block.logDensities().length;
            System.arraycopy(block.logDensities(), 0, logs, from, count);
            System.arraycopy(block.hessians().values(), 0, determinants, from, count);
            System.arraycopy(block.hessians().standardErrors(), 0, errors, from, count);
            System.arraycopy(block.hessians().statuses(), 0, hessians, from, count);
            from += count;
        }
        return new DensityEvaluation(logs, determinants, errors, hessians, report(blocks, rows));
    }

    private static RowReport report(List<MovedDensities> blocks, int rows) {
        List<ConjugateResult> solved = blocks.stream()
                .flatMap(block -> Stream.ofNullable(block.preimages()))
                .toList();
        return solved.isEmpty() ? RowReport.exact(rows) : RowReport.of(solved, rows);
    }
}
