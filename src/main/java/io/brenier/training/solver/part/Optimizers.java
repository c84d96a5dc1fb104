package io.brenier.training.solver.part;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.platform.wire.Words;
import io.brenier.training.solver.json.OptimizerJson;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.optimizer.Schedule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Optimisers on the wire. */
public final class Optimizers {

    private Optimizers() {}

    public static OptimizerSpec effective(@Nullable OptimizerJson asked, OptimizerSpec usual, String pointer) {
        if (asked == null) {
            return usual;
        }
        OptimizerSpec.Type type = Words.choose(OptimizerSpec.Type.class, asked.type(), usual.type(), pointer + "/type");
        OptimizerSpec defaults = type == usual.type() ? usual : OptimizerSpec.defaults(type);
        Betas betas = Betas.of(asked.betas(), new Betas(defaults.beta1(), defaults.beta2()), pointer + "/betas");
        Schedule schedule = Words.choose(Schedule.class, asked.schedule(), defaults.schedule(), pointer + "/schedule");
        return Given.checked(
                pointer,
                () -> new OptimizerSpec(
                        type,
                        or(asked.learningRate(), defaults.learningRate()),
                        betas.first(),
                        betas.second(),
                        or(asked.weightDecay(), defaults.weightDecay()),
                        or(asked.warmUp(), defaults.warmUp()),
                        schedule,
                        or(asked.finalFraction(), schedule == Schedule.CONSTANT ? 1 : defaults.finalFraction()),
                        or(asked.clipNorm(), defaults.clipNorm())));
    }

    public static OptimizerJson json(OptimizerSpec spec) {
        return Filled.ofType(Words.wireName(spec.type()))
                .with("learning_rate", spec.learningRate())
                .with("betas", List.of(spec.beta1(), spec.beta2()))
                .with("weight_decay", spec.weightDecay())
                .with("warm_up", spec.warmUp())
                .with("schedule", Words.wireName(spec.schedule()))
                .with("final_fraction", spec.finalFraction())
                .with("clip_norm", spec.clipNorm())
                .as(OptimizerJson.class);
    }
}
