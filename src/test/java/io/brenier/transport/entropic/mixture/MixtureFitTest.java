package io.brenier.transport.entropic.mixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.entropic.GaussianMap;
import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.measure.Moments;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MixtureFitTest {

    @Test
    void findsComponentsThatLieApart() {
        Points points =
                joined(GaussianSamples.isotropic(600, 0.3, 1, -3, 0), GaussianSamples.isotropic(200, 0.5, 2, 2, 2));

        MixtureFit.Result fit = MixtureFit.of(points, 2, 1e-6, 200, 1, () -> false);

        assertThat(fit.converged()).isTrue();
        int large = fit.model().weights()[0] > 0.5 ? 0 : 1;
        assertThat(fit.model().weights()[large]).isCloseTo(0.75, within(0.01));
        assertThat(fit.model().components().get(large).mean()[0]).isCloseTo(-3, within(0.05));
        assertThat(fit.model().components().get(1 - large).covariance()[0]).isCloseTo(0.25, within(0.05));
    }

    @Test
    void oneComponentHasTheMomentsOfTheSet() {
        Points points = GaussianSamples.isotropic(400, 1.5, 3, 1, -1, 0);

        Moments fitted = MixtureFit.of(points, 1, 1e-6, 50, 1, () -> false)
                .model()
                .components()
                .getFirst();

        assertThat(fitted.mean()).containsExactly(Moments.of(points).mean(), within(1e-9));
        assertThat(fitted.covariance()[0]).isCloseTo(Moments.of(points).covariance()[0], within(0.02));
    }

    /** One component a side: what is left is the map between the two. */
    @Test
    void oneComponentASideMakesTheGaussianMap() {
        Points x = GaussianSamples.isotropic(300, 1, 4, 0, 0);
        Points y = GaussianSamples.isotropic(300, 2, 5, 3, 1);
        MixtureModel source = MixtureFit.of(x, 1, 1e-6, 50, 1, () -> false).model();
        MixtureModel target = MixtureFit.of(y, 1, 1e-6, 50, 1, () -> false).model();

        Points images = MixtureTransport.between(source, target).apply(x);

        Points expected = GaussianMap.between(
                        source.components().getFirst(), target.components().getFirst())
                .apply(x);
        for (int i = 0; i < images.values().length; i++) {
            assertThat(images.values()[i]).isCloseTo(expected.values()[i], within(1e-5f));
        }
    }

    @Test
    void sendsEachClusterToItsOwn() {
        Points x = joined(GaussianSamples.isotropic(200, 0.2, 1, -2, 0), GaussianSamples.isotropic(200, 0.2, 2, 2, 0));
        Points y = joined(GaussianSamples.isotropic(200, 0.2, 3, -2, 5), GaussianSamples.isotropic(200, 0.2, 4, 2, 5));

        MixtureTransport transport = MixtureTransport.between(
                MixtureFit.of(x, 2, 1e-6, 50, 1, () -> false).model(),
                MixtureFit.of(y, 2, 1e-6, 50, 2, () -> false).model());
        Points images = transport.apply(Points.ofRows(new float[] {-2, 0}, new float[] {2, 0}));

        assertThat(images.at(0, 0)).isCloseTo(-2, within(0.1f));
        assertThat(images.at(1, 0)).isCloseTo(2, within(0.1f));
        assertThat(images.at(0, 1)).isCloseTo(5, within(0.1f));
        assertThat(Arrays.stream(transport.plan())
                        .flatMapToDouble(Arrays::stream)
                        .filter(mass -> mass > 1e-3))
                .hasSize(2);
    }

    @Test
    void knowsDuplicatesFlatSetsAndFarPoints() {
        float[] values = new float[120];
        for (int i = 0; i < 60; i++) {
            values[2 * i] = i % 3;
        }
        Points flat = Points.of(values, 60, 2);

        MixtureModel model = MixtureFit.of(flat, 5, 1e-6, 100, 1, () -> false).model();
        Points image = MixtureTransport.between(model, model).apply(Points.ofRows(new float[] {1e6f, -1e6f}));

        assertThat(model.size()).isBetween(1, 5);
        assertThat(image.at(0, 0)).isFinite();
        assertThat(image.at(0, 1)).isFinite();
    }

    @Test
    void refusesPointsWithoutSpread() {
        assertThatThrownBy(() -> MixtureFit.of(Points.zeros(5, 2), 2, 1e-3, 10, 1, () -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the same");
    }

    private static Points joined(Points a, Points b) {
        float[] both = Arrays.copyOf(a.values(), a.values().length + b.values().length);
        System.arraycopy(b.values(), 0, both, a.values().length, b.values().length);
        return Points.of(both, a.rows() + b.rows(), a.dimension());
    }
}
