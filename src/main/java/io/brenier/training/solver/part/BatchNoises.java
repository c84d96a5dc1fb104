package io.brenier.training.solver.part;

import static io.brenier.platform.wire.Given.or;

import io.brenier.platform.wire.Given;
import io.brenier.training.solver.json.BatchNoiseJson;
import io.brenier.transport.dual.BatchNoise;
import org.jspecify.annotations.Nullable;

/** Noise of batches on the wire. */
public final class BatchNoises {

    private BatchNoises() {}

    /**
     * @param pointer of the object whose member {@code batch_noise} is
     */
    public static BatchNoise effective(@Nullable BatchNoiseJson asked, BatchNoise defaults, String pointer) {
        return asked == null
                ? defaults
                : Given.checked(
                        pointer,
                        () -> new BatchNoise(or(asked.first(), defaults.first()), or(asked.last(), defaults.last())));
    }

    public static BatchNoiseJson json(BatchNoise noise) {
        return new BatchNoiseJson(noise.first(), noise.last());
    }
}
