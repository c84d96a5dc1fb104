package io.brenier.training.solver;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.platform.wire.Words;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.training.solver.part.Conjugates;
import io.brenier.training.solver.part.Loops;
import io.brenier.training.solver.part.Optimizers;
import io.brenier.transport.amortization.AmortizationLoss;
import io.brenier.transport.amortization.AmortizationSpec;
import io.brenier.transport.conjugate.ConjugateSpec;
import io.brenier.transport.dual.Side;
import io.brenier.transport.dual.UpdateSpec;
import io.brenier.transport.dual.UpdateSpec.Order;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.optimizer.OptimizerSpec;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Wasserstein-2 dual. */
final class W2DualMapper implements SolverMapper<W2DualSpec> {

    @Override
    public String type() {
        return "w2-dual";
    }

    @Override
    public String description() {
        return "the Wasserstein-2 dual with an amortised conjugate.";
    }

    @Override
    public Class<W2DualSpec> spec() {
        return W2DualSpec.class;
    }

    @Override
    public Set<String> members() {
        return Loops.with(Set.of(
                "potential",
                "amortizer",
                "amortization_loss",
                "amortization_weight",
                "cycle_regularized",
                "conjugate",
                "updates",
                "inner_steps",
                "back_and_forth",
                "optimizer",
                "amortizer_optimizer"));
    }

    @Override
    public W2DualSpec effective(SolverJson asked, SampleSizes sizes) {
        W2DualSpec defaults = W2DualSpec.defaults(sizes.dimension(), sizes.smallestCount());
        W2DualPair pair = W2DualPair.effective(asked, W2DualSpec.defaultNetwork(sizes.dimension()));
        if (!pair.amortizerLearns()) {
            requireNothingForTheAmortizer(asked);
        }
        AmortizationLoss loss = Words.choose(
                AmortizationLoss.class,
                asked.amortizationLoss(),
                defaults.amortization().loss(),
                ROOT + "/amortization_loss");
        ConjugateSpec conjugate = Conjugates.effective(asked.conjugate(), defaults.conjugate(), ROOT + "/conjugate");
        OptimizerSpec forward = Optimizers.effective(asked.optimizer(), defaults.optimizer(), ROOT + "/optimizer");
        OptimizerSpec back = Optimizers.effective(asked.amortizerOptimizer(), forward, ROOT + "/amortizer_optimizer");
        boolean source = pair.side() == Side.SOURCE;
        return Given.checked(
                ROOT,
                () -> new W2DualSpec(
                        pair.potential(),
                        pair.side(),
                        new AmortizationSpec(
                                pair.amortizer(),
                                loss,
                                or(
                                        asked.amortizationWeight(),
                                        defaults.amortization().weight()),
                                or(
                                        asked.cycleRegularized(),
                                        defaults.amortization().regularized()),
                                source ? back : forward),
                        conjugate,
                        updates(asked, defaults.updates()),
                        source ? forward : back,
                        Loops.effective(asked, defaults.loop(), ROOT)));
    }

    @Override
    public SolverJson json(W2DualSpec spec) {
        W2DualPair pair = W2DualPair.of(spec);
        AmortizationSpec amortization = spec.amortization();
        boolean source = pair.side() == Side.SOURCE;
        Filled filled = pair.fill(Filled.ofType(type()))
                .with("conjugate", Conjugates.json(spec.conjugate()))
                .with("updates", Words.wireName(spec.updates().order()))
                .with("inner_steps", spec.updates().innerSteps())
                .with("back_and_forth", spec.updates().backAndForth())
                .with("optimizer", Optimizers.json(source ? spec.optimizer() : amortization.optimizer()));
        if (pair.amortizerLearns()) {
            filled.with("amortization_loss", Words.wireName(amortization.loss()))
                    .with("amortization_weight", amortization.weight())
                    .with("cycle_regularized", amortization.regularized())
                    .with("amortizer_optimizer", Optimizers.json(source ? amortization.optimizer() : spec.optimizer()));
        }
        return Loops.fill(filled, spec.loop()).as(SolverJson.class);
    }

    @Override
    public void requireFitting(W2DualSpec spec, long trainingRows) {
        Loops.requireFitting(spec.loop(), trainingRows);
    }

    /** More than one inner step makes sense in turn only, and so asks for it. */
    private static UpdateSpec updates(SolverJson asked, UpdateSpec defaults) {
        int inner = or(asked.innerSteps(), defaults.innerSteps());
        Order usual = inner > 1 ? Order.ALTERNATING : defaults.order();
        return new UpdateSpec(
                Words.choose(Order.class, asked.updates(), usual, ROOT + "/updates"),
                inner,
                or(asked.backAndForth(), defaults.backAndForth()));
    }

    private static void requireNothingForTheAmortizer(SolverJson asked) {
        refuse("amortization_loss", asked.amortizationLoss());
        refuse("amortization_weight", asked.amortizationWeight());
        refuse("cycle_regularized", asked.cycleRegularized());
        refuse("amortizer_optimizer", asked.amortizerOptimizer());
    }

    private static void refuse(String member, @Nullable Object given) {
        if (given != null) {
            throw ProblemException.at(
                    ROOT + "/" + member,
                    ProblemCode.INVALID_SPEC,
                    "%s is given with an amortizer of type \"none\", which does not learn; leave it out, or take mlp-map or mlp."
                            .formatted(member));
        }
    }
}
