package io.brenier.transport.optimizer;

import ai.djl.ndarray.NDArray;

/**
 * Brings the singular values of a matrix near 1 and leaves its singular vectors (Jordan et al. 2024): X ← G / ‖G‖, then five times
 * A = X Xᵀ, X ← 3.4445 X + (−4.775 A + 2.0315 A²) X. The polynomial does not converge: it is steep at 0, so that singular values down to
 * some .003 of the norm end between .7 and 1.2 after five rounds.
 */
final class Orthogonalisation {

    private static final int ROUNDS = 5;

    private final NDArray linear;
    private final NDArray cubic;
    private final NDArray quintic;
    private final NDArray least;

    Orthogonalisation(Scalars scalars) {
        linear = scalars.of(3.4445);
        cubic = scalars.of(-4.775);
        quintic = scalars.of(2.0315);
        least = scalars.of(Float.MIN_NORMAL);
    }

    /** A new array; of a zero matrix it is zero. */
    NDArray of(NDArray matrix) {
        boolean tall = matrix.getShape().get(0) > matrix.getShape().get(1);
        NDArray scaled = matrix.div(matrix.square().sum().sqrt().maximum(least));
        NDArray x = tall ? scaled.transpose() : scaled;
        for (int round = 0; round < ROUNDS; round++) {
            NDArray product = x.matMul(x.transpose());
            NDArray polynomial = product.mul(cubic).addi(product.matMul(product).muli(quintic));
            x = polynomial.matMul(x).addi(x.mul(linear));
        }
        return tall ? x.transpose() : x;
    }
}
