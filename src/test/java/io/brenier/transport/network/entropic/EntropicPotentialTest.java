package io.brenier.transport.network.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.entropic.Sinkhorn;
import io.brenier.transport.entropic.SinkhornRule;
import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EntropicPotentialTest {

    private static final int DIMENSION = 3;
    private static final Points SUPPORT = GaussianSamples.isotropic(700, 1, 1, 0, 1, 0);
    private static final double EPSILON = 0.3;
    private static final EntropicPotential F = EntropicPotential.ofPlan(SUPPORT, SUPPORT, potentials(700), EPSILON);
    private static final Points X = GaussianSamples.isotropic(37, 0.9, 2, 0, 0, 0);

    private static double[] potentials(int count) {
        double[] g = new double[count];
        for (int j = 0; j < count; j++) {
            g[j] = Math.sin(j);
        }
        return g;
    }

    @Test
    void isTheLogSumOfItsDefinition() {
        float[] values = F.values(X);
        Points gradients = F.gradients(X);
        for (int i = 0; i < X.rows(); i++) {
            double sum = 0;
            double[] mean = new double[DIMENSION];
            for (int j = 0; j < SUPPORT.rows(); j++) {
                double product = 0;
                double halfSquare = 0;
                for (int k = 0; k < DIMENSION; k++) {
                    product += (double) X.at(i, k) * SUPPORT.at(j, k);
                    halfSquare += (double) SUPPORT.at(j, k) * SUPPORT.at(j, k) / 2;
                }
                double weight = Math.exp((product - halfSquare + Math.sin(j)) / EPSILON) / SUPPORT.rows();
                sum += weight;
                for (int k = 0; k < DIMENSION; k++) {
                    mean[k] += weight * SUPPORT.at(j, k);
                }
            }
            assertThat(values[i]).isCloseTo((float) (EPSILON * Math.log(sum)), within(1e-4f));
            for (int k = 0; k < DIMENSION; k++) {
                assertThat(gradients.at(i, k)).isCloseTo((float) (mean[k] / sum), within(1e-4f));
            }
        }
    }

    @Test
    void itsHessianProductsAreDerivativesOfItsGradients() {
        Points v = GaussianSamples.isotropic(X.rows(), 1, 3, 0, 0, 0);
        float step = 1e-2f;

        Points products = F.hessianProducts(X, v);

        Points ahead = F.gradients(moved(X, v, step));
        Points behind = F.gradients(moved(X, v, -step));
        for (int i = 0; i < products.values().length; i++) {
            float difference = (ahead.values()[i] - behind.values()[i]) / (2 * step);
            assertThat(products.values()[i]).isCloseTo(difference, within(0.02f));
        }
    }

    @Test
    void isConvex() {
        Points v = GaussianSamples.isotropic(X.rows(), 1, 4, 0, 0, 0);
        Points products = F.hessianProducts(X, v);
        for (int i = 0; i < X.rows(); i++) {
            double curvature = 0;
            for (int k = 0; k < DIMENSION; k++) {
                curvature += (double) v.at(i, k) * products.at(i, k);
            }
            assertThat(curvature).isGreaterThan(0);
        }
    }

    @Test
    void givesARowTheSameBitsWhateverItsNeighbours() {
        float[] values = F.values(X);
        Points gradients = F.gradients(X);
        Points products = F.hessianProducts(X, X);
        for (int i = 0; i < X.rows(); i++) {
            Points alone = X.slice(i, i + 1);
            assertThat(F.values(alone)[0]).isEqualTo(values[i]);
            assertThat(F.gradients(alone).row(0)).isEqualTo(gradients.row(i));
            assertThat(F.hessianProducts(alone, alone).row(0)).isEqualTo(products.row(i));
        }
    }

    @Test
    void goesOnWithSlopeOneBeyondTheBallOfTheSource() {
        float far = 1e6f;

        Points image = F.gradients(Points.ofRows(new float[] {far, 0, 0}, new float[] {0, -far, 0}));

        assertThat(image.at(0, 0)).isBetween(far - F.radius() - 1, far + 5);
        assertThat(image.at(1, 1)).isBetween(-far - 5, -far + F.radius() + 1);
        assertThat(F.values(image)).doesNotContain(Float.NaN, Float.POSITIVE_INFINITY);
    }

    @Test
    void itsDerivativesHoldBeyondTheBallAsWell() {
        float radius = F.radius();
        Points x = GaussianSamples.isotropic(20, radius, 8, radius, radius, radius);
        Points v = GaussianSamples.isotropic(20, 1, 9, 0, 0, 0);
        float step = 0.05f;

        Points products = F.hessianProducts(x, v);
        Points gradients = F.gradients(x);

        Points ahead = moved(x, v, step);
        Points behind = moved(x, v, -step);
        for (int i = 0; i < x.rows(); i++) {
            double slope = 0;
            for (int k = 0; k < DIMENSION; k++) {
                slope += (double) gradients.at(i, k) * v.at(i, k);
                float difference =
                        (F.gradients(ahead).at(i, k) - F.gradients(behind).at(i, k)) / (2 * step);
                assertThat(products.at(i, k)).isCloseTo(difference, within(0.05f));
            }
            assertThat((F.values(ahead)[i] - F.values(behind)[i]) / (2 * step)).isCloseTo((float) slope, within(0.05f));
        }
    }

    /** In one dimension the optimal map is the monotone one: the i-th smallest goes to the i-th smallest. */
    @Test
    void sortsInOneDimensionAsEpsilonVanishes() {
        Points x = GaussianSamples.isotropic(40, 1, 5, 0);
        Points y = GaussianSamples.isotropic(40, 2, 6, 1);
        double epsilon = 2e-4;
        Sinkhorn.Result plan = Sinkhorn.blocked(x, y, new SinkhornRule(epsilon, 1e-3, 200_000), () -> false);
        float[] sortedX = x.values().clone();
        float[] sortedY = y.values().clone();
        Arrays.sort(sortedX);
        Arrays.sort(sortedY);

        Points images = EntropicPotential.ofPlan(x, y, plan.g(), epsilon).gradients(Points.of(sortedX, 40, 1));

        assertThat(plan.converged()).isTrue();
        double error = 0;
        for (int i = 0; i < 40; i++) {
            error += Math.abs(images.at(i, 0) - sortedY[i]) / 40;
        }
        assertThat(error).isLessThan(0.02);
    }

    @Test
    void refusesWhatDoesNotGoTogether() {
        assertThatThrownBy(() -> new EntropicPotential(SUPPORT, new float[3], 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EntropicPotential(SUPPORT, new float[700], 0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EntropicPotential(SUPPORT, new float[700], 1, Float.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> F.values(Points.zeros(1, 2))).isInstanceOf(IllegalArgumentException.class);
    }

    private static Points moved(Points x, Points v, float step) {
        float[] values = x.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += step * v.values()[i];
        }
        return Points.of(values, x.rows(), x.dimension());
    }
}
