package io.brenier.transport.dual.trainer;

import io.brenier.transport.amortization.AmortizationLoss;
import io.brenier.transport.amortization.AmortizerSpec;
import io.brenier.transport.amortization.Cycle;
import io.brenier.transport.amortization.GuessLoss;
import io.brenier.transport.conjugate.ConjugateResult;
import io.brenier.transport.conjugate.ConjugateSolver;
import io.brenier.transport.conjugate.NoConjugateSpec;
import io.brenier.transport.conjugate.Starts;
import io.brenier.transport.dual.UpdateSpec;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.dual.batch.BatchSampler.Batch;
import io.brenier.transport.dual.batch.BatchSampler.Batches;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.Potential;
import io.brenier.transport.network.TrainableMap;
import io.brenier.transport.network.TrainablePotential;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One step of the dual (Amos 2023): x₀ = H(y), x̂ = argmin f(x) − ⟨x, y⟩ from there, or x₀ itself where there is no solver; f down the
 * gradient of E f(x) − E f(x̂), which is that of E f + E f* by the envelope theorem, and H down that of its loss. What f learns never
 * reaches H, nor what H learns f, unless the cycle loss is to regularise it.
 */
final class W2DualStep implements StepRule {

    /** Points of the source's batch from which the solver may begin. */
    private static final int CANDIDATES = 64;

    private final W2DualSpec spec;
    private final DualNetworks networks;
    private final @Nullable TrainablePotential conjugate;
    private final ConjugateSolver solver;
    private final AmortizationLoss loss;
    private final boolean learns;

    /** @param conjugate g, where the networks' amortizer is its gradient */
    W2DualStep(W2DualSpec spec, DualNetworks networks, @Nullable TrainablePotential conjugate) {
        this.spec = spec;
        this.networks = networks;
        this.conjugate = conjugate;
        solver = ConjugateSolver.of(spec.conjugate());
        learns = !(spec.amortization().amortizer() instanceof AmortizerSpec.None);
        loss = learns ? spec.amortization().loss() : AmortizationLoss.REGRESSION;
    }

    @Override
    public boolean gainsFromCoupling() {
        return false;
    }

    @Override
    public int batchesAStep() {
        return spec.updates().order() == UpdateSpec.Order.ALTERNATING
                ? spec.updates().innerSteps() + 1
                : 1;
    }

    @Override
    public StepReport make(Batches batches, long step, boolean logged) {
        W2DualRoles roles = conjugate != null && spec.updates().backAndForth() && step % 2 == 1
                ? W2DualRoles.swapped(networks, conjugate)
                : W2DualRoles.usual(networks);
        boolean inTurn = spec.updates().order() == UpdateSpec.Order.ALTERNATING;
        for (int i = 0; inTurn && i < spec.updates().innerSteps(); i++) {
            Batch batch = batches.next();
            double reached = amortize(roles, batch);
            if (!StepReport.isSound(0, reached, batch.source().dimension())) {
                return new StepReport(batch, Double.NaN, reached, scale(roles), 0, 0, false);
            }
        }
        return make(roles, batches.next(), logged, learns && !inTurn);
    }

    /** A step of the amortizer alone; its loss before it. */
    private double amortize(W2DualRoles roles, Batch given) {
        Batch batch = sides(roles, given);
        Points y = batch.target();
        Potential f = roles.potential().current();
        try (TrainableMap.Evaluation guess = roles.amortizer().evaluate(y)) {
            Points guesses = guess.image();
            Points argmins = loss == AmortizationLoss.REGRESSION
                    ? solver.solve(f, y, starts(f, batch.source(), y, guesses)).argmins()
                    : guesses;
            GuessLoss guessLoss = GuessLoss.of(loss, f, guesses, y, argmins);
            if (StepReport.isSound(0, guessLoss.loss(), y.dimension())) {
                step(roles, guess, guessLoss);
            }
            return guessLoss.loss();
        }
    }

    private StepReport make(W2DualRoles roles, Batch given, boolean logged, boolean amortizerToo) {
        Batch batch = sides(roles, given);
        Points y = batch.target();
        Potential f = roles.potential().current();
        try (TrainableMap.Evaluation guess = roles.amortizer().evaluate(y)) {
            Points guesses = guess.image();
            ConjugateResult solved = solver.solve(f, y, starts(f, batch.source(), y, guesses));
            GuessLoss guessLoss = GuessLoss.of(loss, f, guesses, y, solved.argmins());
            double meanPotential = logged ? mean(f.values(batch.source())) : Double.NaN;
            StepReport report = report(roles, given, solved, guessLoss, meanPotential);
            if (report.isSound()) {
                if (amortizerToo) {
                    step(roles, guess, guessLoss);
                }
                step(roles, batch.source(), guesses, solved.argmins(), guessLoss);
            }
            return report;
        }
    }

    private void step(W2DualRoles roles, TrainableMap.Evaluation guess, GuessLoss guessLoss) {
        try (ParameterGradient gradient = guess.parameterGradient(guessLoss.cotangents())) {
            gradient.scale(spec.amortization().weight());
            roles.amortizer().addPenaltyGradient(gradient);
            roles.amortizerLearner().step(gradient);
        }
        roles.amortizer().project();
    }

    private void step(W2DualRoles roles, Points x, Points guesses, Points argmins, GuessLoss guessLoss) {
        try (ParameterGradient gradient = dualGradient(roles.potential(), x, argmins)) {
            if (spec.amortization().regularized() && guessLoss instanceof Cycle cycle) {
                addCycle(gradient, roles.potential(), guesses, cycle);
            }
            roles.potential().addPenaltyGradient(gradient);
            roles.potentialLearner().step(gradient);
        }
        roles.potential().project();
    }

    /** ∂/∂θ (E f(x) − E f(x̂)). */
    private static ParameterGradient dualGradient(TrainablePotential f, Points x, Points argmins) {
        int rows = x.rows();
        int length = x.values().length;
        float[] both = Arrays.copyOf(x.values(), 2 * length);
        System.arraycopy(argmins.values(), 0, both, length, length);
        float[] weights = new float[2 * rows];
        Arrays.fill(weights, 0, rows, 1f / rows);
        Arrays.fill(weights, rows, 2 * rows, -1f / rows);
        return f.parameterGradient(Points.of(both, 2 * rows, x.dimension()), weights);
    }

    private void addCycle(ParameterGradient gradient, TrainablePotential f, Points guesses, Cycle cycle) {
        try (TrainablePotential.Evaluation atGuesses = f.evaluate(guesses);
                ParameterGradient ofCycle = atGuesses.mixed(cycle.residuals())) {
            ofCycle.scale(spec.amortization().weight());
            gradient.add(ofCycle);
        }
    }

    private StepReport report(
            W2DualRoles roles, Batch given, ConjugateResult solved, GuessLoss guessLoss, double meanPotential) {
        double meanConjugate = mean(solved.values());
        // The objective is told as what it is above its least value: alone it would depend on where the origin is.
        double told = loss == AmortizationLoss.OBJECTIVE ? guessLoss.loss() + meanConjugate : guessLoss.loss();
        return new StepReport(
                given,
                meanPotential + meanConjugate,
                told,
                scale(roles),
                spec.conjugate() instanceof NoConjugateSpec ? 0 : solved.unconverged(),
                Arrays.stream(solved.iterations()).average().orElse(0),
                StepReport.isSound(
                        meanConjugate, guessLoss.loss(), given.source().dimension()));
    }

    private LossScale scale(W2DualRoles roles) {
        return switch (loss) {
            case OBJECTIVE -> LossScale.PRODUCT;
            case REGRESSION -> roles.swapped() ? LossScale.TARGET : LossScale.SOURCE;
            case CYCLE -> roles.swapped() ? LossScale.SOURCE : LossScale.TARGET;
        };
    }

    private Points starts(Potential f, Points x, Points y, Points guesses) {
        if (spec.conjugate() instanceof NoConjugateSpec) {
            return guesses;
        }
        Points candidates = x.slice(0, Math.min(x.rows(), CANDIDATES));
        return Starts.of(f, y, guesses, candidates, f.values(candidates));
    }

    private static Batch sides(W2DualRoles roles, Batch batch) {
        return roles.swapped() ? batch.swapped() : batch;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
