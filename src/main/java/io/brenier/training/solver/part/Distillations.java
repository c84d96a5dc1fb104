package io.brenier.training.solver.part;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.wire.Given;
import io.brenier.training.solver.json.DistillationJson;
import io.brenier.transport.dual.DistillationSpec;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.optimizer.OptimizerSpec;
import org.jspecify.annotations.Nullable;

/** Distillation on the wire. */
public final class Distillations {

    /** Its name, in a solver that takes it. */
    public static final String MEMBER = "distillation";

    private Distillations() {}

    public static DistillationSpec effective(@Nullable DistillationJson asked, int dimension, String pointer) {
        DistillationSpec defaults = DistillationSpec.defaults(dimension);
        if (asked == null) {
            return defaults;
        }
        MlpSpec potential = Networks.potential(asked.potential(), defaults.potential(), pointer + "/potential");
        MlpSpec amortizer = Networks.map(asked.amortizer(), defaults.amortizer(), pointer + "/amortizer");
        OptimizerSpec optimizer = Optimizers.effective(asked.optimizer(), defaults.optimizer(), pointer + "/optimizer");
        return Given.checked(
                pointer,
                () -> new DistillationSpec(
                        potential,
                        amortizer,
                        optimizer,
                        or(asked.steps(), defaults.steps()),
                        or(asked.batchSize(), defaults.batchSize())));
    }

    public static DistillationJson json(DistillationSpec spec) {
        return new DistillationJson(
                Networks.potentialJson(spec.potential()),
                Networks.mapJson(spec.amortizer()),
                Optimizers.json(spec.optimizer()),
                spec.steps(),
                spec.batchSize());
    }
}
