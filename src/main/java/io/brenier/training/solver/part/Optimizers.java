package io.brenier.training.solver.part;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.wire.Filled;
import io.brenier.platform.wire.Given;
import io.brenier.platform.wire.Words;
import io.brenier.training.solver.json.OptimizerJson;
import io.brenier.transport.optimizer.OptimizerSpec;
import io.brenier.transport.optimizer.Schedule;
import java.util.List;
import java.util.Objects;
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
        List<Double> betas = betas(asked, defaults, pointer + "/betas");
        Schedule schedule = Words.choose(Schedule.class, asked.schedule(), defaults.schedule(), pointer + "/schedule");
        return Given.checked(
                pointer,
                () -> new OptimizerSpec(
                        type,
                        or(asked.learningRate(), defaults.learningRate()),
                        betas.get(0),
                        betas.get(1),
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

    private static List<Double> betas(OptimizerJson asked, OptimizerSpec defaults, String pointer) {
        List<Double> betas = or(asked.betas(), List.of(defaults.beta1(), defaults.beta2()));
        if (betas.size() != 2 || betas.stream().anyMatch(Objects::isNull)) {
            throw ProblemException.at(
                    pointer,
                    ProblemCode.INVALID_SPEC,
                    "betas are two numbers, for the first and the second moment; %d are given."
                            .formatted(betas.size()));
        }
        return betas;
    }
}
