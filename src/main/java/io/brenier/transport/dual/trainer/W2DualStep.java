package io.brenier.transport.dual.trainer;

import io.brenier.transport.amortization.Regression;
import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.conjugate.ConjugateSolver;
import io.brenier.transport.dual.trainer.BatchSampler.Batch;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.TrainableMap;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;

/**
 * One step of the dual (Amos 2023): x₀ = H(y), x̂ = argmin f(x) − ⟨x, y⟩ from there, f down the gradient of E f(x) − E f(x̂), which is
 * that of E f + E f* by the envelope theorem, and H down that of the regression to x̂.
 */
final class W2DualStep implements StepRule {

    private final DualNetworks networks;
    private final ConjugateSolver solver;

    W2DualStep(DualNetworks networks, ConjugateSolver solver) {
        this.networks = networks;
        this.solver = solver;
    }

    @Override
    public StepReport make(Batch batch, long step, double rate, boolean logged) {
        try (TrainableMap.Evaluation guess = networks.amortizer().evaluate(batch.target())) {
            ConjugateResult solved = solver.solve(networks.potential().current(), batch.target(), guess.image());
            Regression regression = Regression.of(guess.image(), solved.argmins());
            StepReport report = report(batch, solved, regression, logged ? meanPotential(batch) : Double.NaN);
            if (report.isSound()) {
                try (ParameterGradient gradient = guess.parameterGradient(regression.cotangents())) {
                    networks.amortizerLearner().step(gradient, rate);
                }
                try (ParameterGradient gradient = dualGradient(batch.source(), solved.argmins())) {
                    networks.potentialLearner().step(gradient, rate);
                }
            }
            return report;
        }
    }

    private double meanPotential(Batch batch) {
        double sum = 0;
        for (float value : networks.potential().current().values(batch.source())) {
            sum += value;
        }
        return sum / batch.source().rows();
    }

    /** ∂/∂θ (E f(x) − E f(x̂)). */
    private ParameterGradient dualGradient(Points x, Points argmins) {
        int rows = x.rows();
        int length = x.values().length;
        float[] both = Arrays.copyOf(x.values(), 2 * length);
        System.arraycopy(argmins.values(), 0, both, length, length);
        float[] weights = new float[2 * rows];
        Arrays.fill(weights, 0, rows, 1f / rows);
        Arrays.fill(weights, rows, 2 * rows, -1f / rows);
        return networks.potential().parameterGradient(Points.of(both, 2 * rows, x.dimension()), weights);
    }

    private static StepReport report(Batch batch, ConjugateResult solved, Regression regression, double meanPotential) {
        double conjugates = 0;
        long iterations = 0;
        for (int row = 0; row < solved.values().length; row++) {
            conjugates += solved.values()[row];
            iterations += solved.iterations()[row];
        }
        int rows = batch.target().rows();
        double meanConjugate = conjugates / rows;
        return new StepReport(
                batch,
                meanPotential + meanConjugate,
                regression.loss(),
                solved.unconverged(),
                (double) iterations / rows,
                StepReport.isSound(
                        meanConjugate, regression.loss(), batch.target().dimension()));
    }
}
