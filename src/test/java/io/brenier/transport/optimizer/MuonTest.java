package io.brenier.transport.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.network.Activation;
import io.brenier.transport.network.Mlp;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.junit.jupiter.api.Test;

/** Muon against its formulas in double, on a wide and a tall matrix, their biases and nothing else. */
class MuonTest {

    private static final int N = 3;
    private static final int WIDTH = 5;
    private static final int STEPS = 6;
    private static final double RATE = 0.01;
    private static final double DECAY = 0.2;

    @Test
    void stepsAsItsFormulasSay() {
        Mlp start = Mlp.initial(N, List.of(WIDTH), N, Activation.TANH, 4);
        OptimizerSpec spec =
                new OptimizerSpec(OptimizerSpec.Type.MUON, RATE, 0.8, 0.9, DECAY, 0, Schedule.CONSTANT, 1, 0);
        SplittableRandom random = new SplittableRandom(6);
        Reference reference = new Reference(start.flatten());
        try (SmallNetwork network = new SmallNetwork(start, spec)) {
            for (int t = 1; t <= STEPS; t++) {
                reference.step(network.step(random, RATE), t);
                float[] found = network.parameters();
                for (int i = 0; i < found.length; i++) {
                    assertThat((double) found[i]).isCloseTo(reference.theta[i], within(2e-5));
                }
            }
        }
    }

    private static final class Reference {

        private final double[] theta;
        private final double[] momentum;
        private final double[] first;
        private final double[] second;

        private Reference(float[] start) {
            theta = new double[start.length];
            Arrays.setAll(theta, i -> start[i]);
            momentum = new double[start.length];
            first = new double[start.length];
            second = new double[start.length];
        }

        private void step(float[] gradient, int t) {
            for (int i = 0; i < theta.length; i++) {
                theta[i] *= 1 - RATE * DECAY;
            }
            int biases = N * WIDTH;
            int tall = biases + WIDTH;
            int lastBiases = tall + WIDTH * N;
            muon(gradient, 0, N, WIDTH);
            adam(gradient, biases, tall, t);
            muon(gradient, tall, WIDTH, N);
            adam(gradient, lastBiases, theta.length, t);
        }

        private void muon(float[] gradient, int offset, int rows, int columns) {
            DMatrixRMaj x = new DMatrixRMaj(rows, columns);
            for (int i = 0; i < rows * columns; i++) {
                momentum[offset + i] = 0.95 * momentum[offset + i] + gradient[offset + i];
                x.data[i] = gradient[offset + i] + 0.95 * momentum[offset + i];
            }
            CommonOps_DDRM.divide(x, NormOps_DDRM.normF(x));
            for (int round = 0; round < 5; round++) {
                // Written for X Xᵀ whichever side is longer: the polynomial acts on the singular values alone.
                DMatrixRMaj product = new DMatrixRMaj(rows, rows);
                CommonOps_DDRM.multTransB(x, x, product);
                DMatrixRMaj cubic = times(product, x);
                DMatrixRMaj quintic = times(product, cubic);
                CommonOps_DDRM.scale(3.4445, x);
                CommonOps_DDRM.addEquals(x, -4.775, cubic);
                CommonOps_DDRM.addEquals(x, 2.0315, quintic);
            }
            for (int i = 0; i < rows * columns; i++) {
                theta[offset + i] -= RATE * 0.2 * Math.sqrt(Math.max(rows, columns)) * x.data[i];
            }
        }

        private void adam(float[] gradient, int from, int to, int t) {
            for (int i = from; i < to; i++) {
                first[i] = 0.8 * first[i] + 0.2 * gradient[i];
                second[i] = 0.9 * second[i] + 0.1 * gradient[i] * gradient[i];
                theta[i] -= RATE
                        * (first[i] / (1 - Math.pow(0.8, t)))
                        / (Math.sqrt(second[i] / (1 - Math.pow(0.9, t))) + 1e-8);
            }
        }

        private static DMatrixRMaj times(DMatrixRMaj a, DMatrixRMaj b) {
            DMatrixRMaj product = new DMatrixRMaj(a.numRows, b.numCols);
            CommonOps_DDRM.mult(a, b, product);
            return product;
        }
    }
}
