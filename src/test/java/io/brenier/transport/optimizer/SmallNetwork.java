package io.brenier.transport.optimizer;

import io.brenier.transport.network.AffineMlpMap;
import io.brenier.transport.network.Mlp;
import io.brenier.transport.network.ParameterGradient;
import io.brenier.transport.network.TrainableMap;
import io.brenier.transport.tensor.Points;
import java.util.SplittableRandom;

/** A network with an optimiser, which steps along gradients that a test may look at. */
final class SmallNetwork implements AutoCloseable {

    private static final int ROWS = 8;

    private final int dimension;
    private final TrainableMap map;
    private final Optimizer optimizer;

    SmallNetwork(Mlp network, OptimizerSpec spec) {
        dimension = network.outputs();
        map = TrainableMap.of(new AffineMlpMap(new float[dimension * dimension], new float[dimension], network));
        optimizer = Optimizer.of(spec, map.parameters());
    }

    /** Makes a step along the gradient of a random linear function of the images of random points, and returns that gradient. */
    float[] step(SplittableRandom random, double rate) {
        try (ParameterGradient gradient = map.parameterGradient(points(random), points(random))) {
            optimizer.step(gradient, rate);
            return gradient.download();
        }
    }

    Optimizer optimizer() {
        return optimizer;
    }

    float[] parameters() {
        return map.parameters().download();
    }

    private Points points(SplittableRandom random) {
        float[] values = new float[ROWS * dimension];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Points.of(values, ROWS, dimension);
    }

    @Override
    public void close() {
        optimizer.close();
        map.close();
    }
}
