package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.EnotSpec;
import io.brenier.transport.dual.EnotSpec.AmortizationDerivative;
import io.brenier.transport.dual.batch.BatchSampler.Batch;
import io.brenier.transport.dual.batch.BatchSampler.Batches;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.TrainablePotential;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.Map;

/**
 * One step of ENOT in correlation form (Buzun et al. 2024; methods.md 6.2). With ŷ = ∇p(x) and u = ⟨x, y⟩ − q(y) − ⟨x, ŷ⟩ + q(ŷ), the
 * violation of the duality's inequality by independent x and y: q goes down E q(y) − E q(ŷ) + λ E ρ(u), ρ(u) = τu² above 0 and (1 − τ)u²
 * below, in each of its two appearances alone; p goes down a E⟨∇p(x), v⟩, v = ∇q(ŷ) − x held fixed, which moves ŷ to where
 * q(ŷ) − ⟨x, ŷ⟩ is less. Even steps have p = f, q = g and x of the source, odd steps the reverse; each network keeps one optimiser.
 *
 * <p>Beyond the paper: f also rises in far valleys, which ŷ does not know of ({@link FarValleys}).
 */
final class EnotStep implements StepRule {

    /** How far central differences reach, over the mean length of v. */
    private static final double REACH = 0.02;

    /** A learner and what it changes. */
    private record Role(TrainablePotential potential, Learner learner) {}

    private final EnotSpec spec;
    private final DualNetworks networks;
    private final TrainablePotential conjugate;
    private final FarValleys valleys;

    /** @param conjugate g, whose gradient is the networks' amortizer */
    EnotStep(EnotSpec spec, DualNetworks networks, TrainablePotential conjugate) {
        this.spec = spec;
        this.networks = networks;
        this.conjugate = conjugate;
        this.valleys = new FarValleys(spec.valleySearchEvery());
    }

    @Override
    public boolean gainsFromCoupling() {
        return true;
    }

    @Override
    public StepReport make(Batches batches, long step, boolean logged) {
        Batch batch = batches.next();
        Role f = new Role(networks.potential(), networks.potentialLearner());
        Role g = new Role(conjugate, networks.amortizerLearner());
        if (step % 2 == 0) {
            return make(f, g, batch, batch.source(), batch.target(), ValleyLesson.NONE);
        }
        long update = step / 2;
        Points y = batch.target();
        if (valleys.isSearchDue(update)) {
            valleys.search(f.potential().current(), conjugate.current(), y);
        }
        return make(g, f, batch, y, batch.source(), valleys.lesson(update, y.rows()));
    }

    @Override
    public Map<String, float[]> state() {
        return valleys.state();
    }

    @Override
    public void restore(Map<String, float[]> state) {
        valleys.restore(state, conjugate.dimension());
    }

    private StepReport make(Role p, Role q, Batch batch, Points x, Points y, ValleyLesson lesson) {
        int rows = x.rows();
        try (TrainablePotential.Evaluation moved = p.potential().evaluate(x)) {
            Points image = moved.gradients();
            Points pairs = joined(y, image);
            Points all = lesson.isEmpty() ? pairs : joined(pairs, lesson.points());
            try (TrainablePotential.Evaluation known = q.potential().evaluate(all)) {
                float[] values = known.values();
                Points back = known.gradients(rows, 2 * rows);
                EnotSlack slack = EnotSlack.of(spec, x, y, image, values);
                EnotMismatch mismatch = EnotMismatch.of(back, x);
                boolean sound = StepReport.isSound(slack.dual(), mismatch.meanSquare(), x.dimension());
                if (sound) {
                    float[] weights = joined(slack.weights(), lesson.weights(values, 2 * rows));
                    try (ParameterGradient down = known.weighted(weights);
                            ParameterGradient towards = amortization(p.potential(), moved, x, mismatch)) {
                        q.learner().step(down);
                        p.learner().step(towards);
                    }
                    q.potential().project();
                    p.potential().project();
                }
                return new StepReport(
                        batch,
                        slack.dual(),
                        mismatch.meanSquare(),
                        p.potential() == networks.potential() ? LossScale.SOURCE : LossScale.TARGET,
                        0,
                        0,
                        sound);
            }
        }
    }

    /** ∂/∂θ (a/B) Σ⟨∇p(x), v⟩. */
    private ParameterGradient amortization(
            TrainablePotential p, TrainablePotential.Evaluation atX, Points x, EnotMismatch mismatch) {
        double weight = spec.amortizationWeight() / x.rows();
        if (spec.derivative() == AmortizationDerivative.EXACT) {
            return atX.mixed(mismatch.scaled(weight));
        }
        double reach = REACH / Math.max(mismatch.meanLength(), Float.MIN_NORMAL);
        int rows = x.rows();
        float[] weights = new float[2 * rows];
        Arrays.fill(weights, 0, rows, (float) (weight / (2 * reach)));
        Arrays.fill(weights, rows, 2 * rows, (float) (-weight / (2 * reach)));
        return p.parameterGradient(joined(mismatch.from(x, reach), mismatch.from(x, -reach)), weights);
    }

    private static Points joined(Points a, Points b) {
        return Points.of(joined(a.values(), b.values()), a.rows() + b.rows(), a.dimension());
    }

    private static float[] joined(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
