package io.brenier.transport.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.Parameters;
import io.brenier.transport.network.QuadraticMlpPotential;
import io.brenier.transport.network.TrainablePotential;
import io.brenier.transport.tensor.HostTransfer;
import io.brenier.transport.tensor.TensorScope;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrthogonalisationTest {

    @ParameterizedTest
    @CsvSource({"6, 6", "4, 9", "12, 5", "40, 2"})
    void bringsSingularValuesNearOne(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(rows);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            // Of any size: the norm is divided out.
            values[i] = (float) (1e-6 * random.nextGaussian());
        }
        assertThat(singularValues(orthogonalised(values, rows, columns), rows, columns))
                .allSatisfy(value -> assertThat(value).isBetween(0.65, 1.25));
    }

    @Test
    void keepsTheSingularVectors() {
        // diag(3, 1) between two rotations: what comes out is the product of the rotations with values near 1 between
        // them.
        double c = Math.cos(0.4);
        double s = Math.sin(0.4);
        float[] rotated = {(float) (3 * c), (float) (-s), (float) (3 * s), (float) c};
        float[] result = orthogonalised(rotated, 2, 2);
        assertThat(result[2] / result[0]).isCloseTo((float) (s / c), within(1e-5f));
        assertThat(result[1] / result[3]).isCloseTo((float) (-s / c), within(1e-5f));
    }

    @Test
    void leavesAZeroMatrixZero() {
        assertThat(orthogonalised(new float[12], 3, 4)).containsOnly(0);
    }

    private static float[] orthogonalised(float[] values, int rows, int columns) {
        Mlp any = Mlp.initial(1, List.of(1), 1, Activation.TANH, 1);
        try (TrainablePotential potential =
                        TrainablePotential.of(new QuadraticMlpPotential(new float[1], new float[1], any));
                TensorScope scope = TensorScope.open()) {
            Parameters parameters = potential.parameters();
            NDArray matrix = HostTransfer.upload(parameters.manager(), values, DataType.FLOAT32, rows, columns);
            NDArray result = new Orthogonalisation(new Scalars(parameters)).of(matrix);
            assertThat(result.getShape()).isEqualTo(matrix.getShape());
            return HostTransfer.download(result);
        }
    }

    private static List<Double> singularValues(float[] values, int rows, int columns) {
        DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
        for (int i = 0; i < values.length; i++) {
            matrix.data[i] = values[i];
        }
        SingularValueDecomposition_F64<DMatrixRMaj> decomposition =
                DecompositionFactory_DDRM.svd(rows, columns, false, false, false);
        assertThat(decomposition.decompose(matrix)).isTrue();
        return Arrays.stream(decomposition.getSingularValues())
                .limit(Math.min(rows, columns))
                .boxed()
                .toList();
    }
}
