package io.brenier.transport.entropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.measure.GaussianSamples;
import io.brenier.transport.tensor.Points;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SinkhornTest {

    private static final Points X = GaussianSamples.isotropic(137, 1, 1, 0, 0, 0, 0, 0);
    private static final Points Y = GaussianSamples.isotropic(90, 0.7, 2, 0.5, 0, 0, 0, -1);

    @ParameterizedTest
    @CsvSource({"2, 1e-3", "0.3, 1e-3", "0.05, 1e-3"})
    void blockedPotentialsMakeTheMarginals(double epsilon, double tolerance) {
        Sinkhorn.Result plan = Sinkhorn.blocked(X, Y, new SinkhornRule(epsilon, tolerance, 20_000), () -> false);

        assertThat(plan.converged()).isTrue();
        assertThat(plan.marginalError()).isLessThan(tolerance);
        assertThat(marginalError(X, Y, plan, epsilon)).isLessThan(2 * tolerance);
    }

    @Test
    void exactPotentialsMakeTheMarginalsToTenDigits() {
        Points x = GaussianSamples.isotropic(60, 1, 1, 0, 0);
        Points y = GaussianSamples.isotropic(50, 1, 2, 1, 0);

        Sinkhorn.Result plan = Sinkhorn.exact(x, y, new SinkhornRule(0.5, 1e-10, 20_000));

        assertThat(plan.converged()).isTrue();
        assertThat(marginalError(x, y, plan, 0.5)).isLessThan(1e-9);
    }

    @Test
    void bothArithmeticsAgreeOnTheCost() {
        SinkhornRule rule = new SinkhornRule(0.3, 1e-4, 20_000);

        double blocked = Sinkhorn.blocked(X, Y, rule, () -> false).value();

        assertThat(blocked).isCloseTo(Sinkhorn.exact(X, Y, rule).value(), within(1e-4));
    }

    /** More than 2048² pairs start from a quarter of the points. */
    @Test
    void largeProblemsComeToTheSameAnswer() {
        Points x = GaussianSamples.isotropic(2_300, 1, 5, 0, 0);
        Points y = GaussianSamples.isotropic(2_400, 0.5, 6, 1, 0);
        SinkhornRule rule = new SinkhornRule(0.2, 1e-3, 2_000);

        Sinkhorn.Result blocked = Sinkhorn.blocked(x, y, rule, () -> false);

        assertThat(blocked.converged()).isTrue();
        assertThat(blocked.value()).isCloseTo(Sinkhorn.exact(x, y, rule).value(), within(1e-3));
    }

    @Test
    void largeSetsToThemselvesComeToTheSameAnswer() {
        Points x = GaussianSamples.isotropic(2_300, 1, 5, 0, 0);
        SinkhornRule rule = new SinkhornRule(0.2, 1e-3, 2_000);

        Sinkhorn.Result blocked = Sinkhorn.blockedToItself(x, rule, () -> false);

        assertThat(blocked.converged()).isTrue();
        assertThat(blocked.value()).isCloseTo(Sinkhorn.toItself(x, rule).value(), within(1e-3));
    }

    @Test
    void survivesSetsThatLieFarApart() {
        Points far = GaussianSamples.isotropic(40, 1, 7, 300, 0, 0, 0, 0);

        Sinkhorn.Result plan = Sinkhorn.blocked(X, far, new SinkhornRule(0.5, 1e-3, 20_000), () -> false);

        assertThat(plan.converged()).isTrue();
        assertThat(plan.value())
                .isCloseTo(
                        Sinkhorn.exact(X, far, new SinkhornRule(0.5, 1e-3, 20_000))
                                .value(),
                        within(0.5));
    }

    @Test
    void knowsDuplicates() {
        Points same = Points.ofRows(new float[] {1, 2}, new float[] {1, 2}, new float[] {1, 2});
        Points other = Points.ofRows(new float[] {0, 0}, new float[] {0, 0});

        Sinkhorn.Result plan = Sinkhorn.blocked(same, other, new SinkhornRule(0.1, 1e-3, 100), () -> false);

        assertThat(plan.converged()).isTrue();
        assertThat(plan.value()).isCloseTo(2.5, within(1e-4));
    }

    @Test
    void stopsWhenAsked() {
        AtomicInteger asked = new AtomicInteger();

        Sinkhorn.Result plan =
                Sinkhorn.blocked(X, Y, new SinkhornRule(0.01, 1e-4, 10_000), () -> asked.incrementAndGet() > 3);

        assertThat(plan.converged()).isFalse();
        assertThat(plan.iterations()).isEqualTo(3);
    }

    /** Σᵢ |Σⱼ πᵢⱼ − 1/n| + Σⱼ |Σᵢ πᵢⱼ − 1/m|, from the definition. */
    private static double marginalError(Points x, Points y, Sinkhorn.Result plan, double epsilon) {
        double[] rows = new double[x.rows()];
        double[] columns = new double[y.rows()];
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < y.rows(); j++) {
                double cost = 0;
                for (int k = 0; k < x.dimension(); k++) {
                    double difference = (double) x.at(i, k) - y.at(j, k);
                    cost += difference * difference / 2;
                }
                double mass = Math.exp((plan.f()[i] + plan.g()[j] - cost) / epsilon) / ((double) x.rows() * y.rows());
                rows[i] += mass;
                columns[j] += mass;
            }
        }
        double error = 0;
        for (double row : rows) {
            error += Math.abs(row - 1.0 / rows.length);
        }
        for (double column : columns) {
            error += Math.abs(column - 1.0 / columns.length);
        }
        return error;
    }

    @Test
    void aWeightIsWorthAsManyEqualPoints() {
        Points few = Points.ofRows(new float[] {0, 0}, new float[] {1, 1}, new float[] {-1, 0.5f});
        Points many = Points.ofRows(new float[] {0, 0}, new float[] {0, 0}, new float[] {1, 1}, new float[] {-1, 0.5f});
        Points target = Points.ofRows(new float[] {0.5f, 0}, new float[] {-0.5f, 1}, new float[] {2, -1});
        SinkhornRule rule = new SinkhornRule(0.3, 1e-4, 10_000);

        Sinkhorn.Result weighted = Sinkhorn.blocked(
                new Weighted(few, new double[] {0.5, 0.25, 0.25}), Weighted.uniform(target), rule, () -> false);
        Sinkhorn.Result repeated = Sinkhorn.blocked(many, target, rule, () -> false);
        Sinkhorn.Result reversed = Sinkhorn.blocked(
                Weighted.uniform(target), new Weighted(few, new double[] {0.5, 0.25, 0.25}), rule, () -> false);

        for (int j = 1; j < 3; j++) {
            double expected = repeated.g()[j] - repeated.g()[0];
            assertThat(weighted.g()[j] - weighted.g()[0]).isCloseTo(expected, within(1e-3));
            assertThat(reversed.f()[j] - reversed.f()[0]).isCloseTo(expected, within(1e-3));
        }
        assertThat(weighted.f()[1] - weighted.f()[0]).isCloseTo(repeated.f()[2] - repeated.f()[0], within(1e-3));
    }
}
