package io.brenier.transport.dual.trainer;

import io.brenier.transport.dual.batch.TrainedMap;
import io.brenier.transport.network.TrainablePotential;
import io.brenier.transport.tensor.Points;

/**
 * The gradient of a potential that is being trained.
 *
 * @param potential f
 */
record TrainedGradient(TrainablePotential potential) implements TrainedMap {

    /** Points whose images are found at once: what the passes keep of more would not stay in the caches. */
    private static final int CHUNK = 4_096;

    @Override
    public float[] parameters() {
        return potential.parameters().download();
    }

    @Override
    public Points images(float[] parameters, Points x) {
        float[] present = parameters();
        potential.parameters().restore(parameters);
        try {
            return images(x);
        } finally {
            potential.parameters().restore(present);
        }
    }

    private Points images(Points x) {
        float[] images = new float[x.values().length];
        for (int from = 0; from < x.rows(); from += CHUNK) {
            Points some = x.slice(from, Math.min(x.rows(), from + CHUNK));
            try (TrainablePotential.Evaluation evaluation = potential.evaluate(some)) {
                float[] gradients = evaluation.gradients().values();
                System.arraycopy(gradients, 0, images, from * x.dimension(), gradients.length);
            }
        }
        return Points.of(images, x.rows(), x.dimension());
    }
}
