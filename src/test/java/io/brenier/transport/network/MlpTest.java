package io.brenier.transport.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MlpTest {

    @Test
    void drawsTheSameNetworkFromTheSameSeedEverywhere() {
        float[] drawn = Mlp.initial(2, List.of(2), 1, Activation.ELU, 7).flatten();
        assertThat(drawn)
                .containsExactly(0.49660477f, 0.05788902f, -0.46376637f, -0.5917763f, 0, 0, 0.055856768f, 0.09347779f);
        assertThat(Mlp.initial(2, List.of(2), 1, Activation.ELU, 8).flatten()).isNotEqualTo(drawn);
    }

    @Test
    void drawsWeightsOfVarianceOneOverFanInAndASmallLastLayer() {
        Mlp mlp = Mlp.initial(50, List.of(400, 300), 60, Activation.ELU, 1);
        assertThat(deviation(mlp.layers().get(0))).isCloseTo(1 / Math.sqrt(50), within(0.005));
        assertThat(deviation(mlp.layers().get(1))).isCloseTo(1 / Math.sqrt(400), within(0.002));
        assertThat(deviation(mlp.layers().get(2))).isCloseTo(0.1 / Math.sqrt(300), within(0.0002));
        assertThat(mlp.layers().get(0).bias()).containsOnly(0);
    }

    @Test
    void givesAPotentialNoOutputBias() {
        assertThat(Mlp.initial(3, List.of(4), 1, Activation.ELU, 1)
                        .layers()
                        .getLast()
                        .bias())
                .isNull();
        assertThat(Mlp.initial(3, List.of(4), 3, Activation.ELU, 1)
                        .layers()
                        .getLast()
                        .bias())
                .hasSize(3);
        assertThat(Mlp.initial(1, List.of(4), 1, true, Activation.ELU, 1)
                        .layers()
                        .getLast()
                        .bias())
                .hasSize(1);
    }

    @Test
    void comesBackFromItsFlatParameters() {
        Mlp mlp = Networks.random(3, List.of(5, 4), 2, Activation.TANH, 2);
        Mlp back = Mlp.initial(3, List.of(5, 4), 2, Activation.TANH, 9).withParameters(mlp.flatten());
        assertThat(back.flatten()).isEqualTo(mlp.flatten());
        assertThat(back.layers().get(1).bias()).isEqualTo(mlp.layers().get(1).bias());
        assertThat(back.sameShape(mlp)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> mlp.withParameters(new float[3]));
    }

    @Test
    void refusesLayersThatDoNotFit() {
        DenseLayer layer = new DenseLayer(new float[6], 2, 3);
        assertThatIllegalArgumentException().isThrownBy(() -> new Mlp(List.of(layer, layer), Activation.ELU));
        assertThatIllegalArgumentException().isThrownBy(() -> new Mlp(List.of(), Activation.ELU));
        assertThatIllegalArgumentException().isThrownBy(() -> new DenseLayer(new float[5], 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new DenseLayer(new float[6], new float[2], 2, 3));
    }

    @Test
    void fitsOnlyPotentialsAndMapsOfItsDimensions() {
        Mlp mlp = Mlp.initial(2, List.of(3), 1, Activation.ELU, 1);
        float[] identity = {1, 0, 0, 1};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AffineMlpMap(identity, new float[2], mlp))
                .withMessageContaining("from 2 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuadraticMlpPotential(new float[] {1}, new float[1], mlp));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuadraticMlpPotential(new float[3], new float[2], mlp));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuadraticMlpPotential(new float[] {1, 1, 0, 1}, new float[2], mlp))
                .withMessageContaining("symmetric");
    }

    private static double deviation(DenseLayer layer) {
        double sum = 0;
        for (float weight : layer.weights()) {
            sum += (double) weight * weight;
        }
        return Math.sqrt(sum / layer.weights().length);
    }
}
