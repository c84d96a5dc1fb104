package io.brenier.transport.network;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brenier.transport.network.PositiveWeights.Mode;
import io.brenier.transport.network.curve.SlopeActivation;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NetworkSpecTest {

    private static final PotentialStart START = PotentialStart.IDENTITY;
    private static final List<Integer> HIDDEN = List.of(4);

    @Test
    void refusesWhatIsOutOfRangeAndNamesTheMember() {
        PositiveWeights positive = PositiveWeights.rectified();
        refuses("hidden", () -> new IcnnSpec(List.of(), ConvexActivation.RELU, 1, positive, 1, START));
        refuses("rank", () -> new IcnnSpec(HIDDEN, ConvexActivation.RELU, 65, positive, 1, START));
        refuses("startScale", () -> new IcnnSpec(HIDDEN, ConvexActivation.RELU, 1, positive, 0, START));
        refuses("hidden", () -> new ActNormIcnnSpec(List.of(0), ConvexActivation.ELU, true, 1, START));
        refuses("rank", () -> new DenseIcnnSpec(HIDDEN, 0, positive, 1, START));
        refuses("temperature", () -> new HyCnnSpec(HIDDEN, 0, positive, 1, START));
        refuses("startScale", () -> new HyCnnSpec(HIDDEN, 1, positive, Double.NaN, START));
        refuses("units", () -> new IcgnSpec(0, SlopeActivation.TANH, 0, true, START));
        refuses("quadratureNodes", () -> new IcgnSpec(4, SlopeActivation.SILU, 0, true, START));
        refuses("quadratureNodes", () -> new IcgnSpec(4, SlopeActivation.TANH, 1, true, START));
        refuses("modules", () -> new ModularSpec(0, 4, START));
        refuses("units", () -> new ModularSpec(1, 5_000, START));
        refuses("hidden", () -> new PotentialNnSpec(List.of(5_000), Activation.ELU, START));
        refuses("penalty", () -> PositiveWeights.penalized(0));
        refuses("penalty", () -> new PositiveWeights(Mode.PROJECTION, 1));
    }

    private static void refuses(String member, ThrowingCallable spec) {
        assertThatThrownBy(spec)
                .isInstanceOf(InvalidSpecException.class)
                .extracting(thrown -> ((InvalidSpecException) thrown).member())
                .isEqualTo(member);
    }
}
