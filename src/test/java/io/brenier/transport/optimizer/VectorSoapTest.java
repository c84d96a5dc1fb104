package io.brenier.transport.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.brenier.transport.network.ParameterBlock;
import io.brenier.transport.network.Parameters;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.TensorScope;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** SOAP on the vector unit against SOAP on the engine, block for block. */
class VectorSoapTest {

    private static final List<ParameterBlock> BLOCKS = List.of(
            new ParameterBlock(0, 3, 20, false),
            new ParameterBlock(60, 1, 20, true),
            new ParameterBlock(80, 20, 17, false),
            new ParameterBlock(420, 17, 1, false));
    private static final int COUNT = 437;
    /** Steps after which no preconditioner is singular, so that its eigenvectors are not left to rounding. */
    private static final int AGE = 60;

    private static final OptimizerSpec SPEC =
            new OptimizerSpec(OptimizerSpec.Type.SOAP, 1e-2, 0.9, 0.95, 0.1, 0, Schedule.CONSTANT, 1, 0);

    private final SplittableRandom random = new SplittableRandom(8);

    @Test
    void goesOnFromAStateOfTheEngine() {
        float[] start = normal();
        try (Parameters one = new Parameters(start, BLOCKS, DataType.FLOAT32)) {
            SoapRule engine = new SoapRule(SPEC, one);
            for (int step = 1; step <= AGE; step++) {
                apply(engine, one, normal(), step);
            }
            try (Parameters other = new Parameters(one.download(), BLOCKS, DataType.FLOAT32)) {
                VectorSoapRule vectors = new VectorSoapRule(SPEC, other);
                engine.memory().forEach((name, numbers) -> {
                    Remembered target = Objects.requireNonNull(vectors.memory().get(name));
                    assertThat(target.size()).as(name).isEqualTo(numbers.size());
                    target.write(numbers.read());
                    assertThat(target.read()).as(name).containsExactly(numbers.read());
                });
                assertThat(vectors.memory().keySet()).isEqualTo(engine.memory().keySet());
                // Past a refresh of every basis.
                for (int step = AGE + 1; step <= AGE + 12; step++) {
                    float[] gradient = normal();
                    apply(engine, one, gradient, step);
                    apply(vectors, other, gradient, step);
                }
                float[] expected = one.download();
                float[] found = other.download();
                for (int i = 0; i < COUNT; i++) {
                    assertThat(found[i]).as("parameter %d", i).isCloseTo(expected[i], within(1e-4f));
                }
            }
            engine.memory().values().forEach(Remembered::close);
        }
    }

    private static void apply(UpdateRule rule, Parameters parameters, float[] gradient, int step) {
        try (TensorScope scope = TensorScope.open()) {
            NDArray slope = HostTransfer.upload(parameters.manager(), gradient, DataType.FLOAT32, COUNT);
            rule.apply(parameters.values(), slope, 1e-2, step);
            parameters.changed();
            slope.close();
        }
    }

    private float[] normal() {
        float[] values = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
