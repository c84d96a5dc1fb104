package io.brenier.transport.optimizer;

import ai.djl.ndarray.NDArray;
import io.brenier.transport.network.Parameters;

/**
 * g ← g · min(1, c/‖g‖) (Pascanu et al. 2013), all parameters of a network taken together; the norm stays on the engine. A gradient that is
 * not finite becomes none: the trainer sees the parameters. One so long that its square is beyond float becomes 0.
 */
final class GradientClipping {

    private final NDArray largest;

    GradientClipping(double largest, Parameters parameters) {
        this.largest = new Scalars(parameters).of(largest);
    }

    /** A new array; below the largest norm with the same bits. */
    NDArray clipped(NDArray gradient) {
        NDArray norm = gradient.square().sum().sqrt();
        return gradient.mul(largest.div(norm.maximum(largest)));
    }
}
