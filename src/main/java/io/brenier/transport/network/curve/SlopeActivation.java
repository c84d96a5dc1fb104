package io.brenier.transport.network.curve;

import ai.djl.ndarray.NDArray;

/** Activations of an input convex gradient network, of which only the squared slope p = act′² enters; smooth ones. */
public enum SlopeActivation {
    SIGMOID {
        @Override
        double slope(double a) {
            double rising = Softplus.sigmoid(a);
            return rising * (1 - rising);
        }

        @Override
        NDArray slope(EngineNumbers numbers, NDArray a) {
            NDArray rising = EngineNumbers.sigmoid(a);
            return rising.sub(rising.square());
        }
    },
    TANH {
        @Override
        double slope(double a) {
            double h = Math.tanh(a);
            return 1 - h * h;
        }

        @Override
        NDArray slope(EngineNumbers numbers, NDArray a) {
            return a.tanh().square().negi().addi(numbers.of(1));
        }
    },
    SOFTPLUS {
        @Override
        double slope(double a) {
            return Softplus.sigmoid(a);
        }

        @Override
        NDArray slope(EngineNumbers numbers, NDArray a) {
            return EngineNumbers.sigmoid(a);
        }
    },
    SILU {
        @Override
        double slope(double a) {
            double rising = Softplus.sigmoid(a);
            return rising * (1 + a * (1 - rising));
        }

        @Override
        NDArray slope(EngineNumbers numbers, NDArray a) {
            NDArray rising = EngineNumbers.sigmoid(a);
            return rising.neg().addi(numbers.of(1)).muli(a).addi(numbers.of(1)).muli(rising);
        }
    };

    abstract double slope(double a);

    abstract NDArray slope(EngineNumbers numbers, NDArray a);

    /** act′². */
    final double energy(double a) {
        double slope = slope(a);
        return slope * slope;
    }

    final NDArray energy(EngineNumbers numbers, NDArray a) {
        return slope(numbers, a).square();
    }
}
