package io.brenier.transport.dual;

import io.brenier.transport.network.InvalidSpecException;

/**
 * Gaussian noise on the training batches, annealed geometrically: at progress t in [0, 1] its standard deviation, in standardised
 * coordinates, is first^(1 − t) · last^t. It keeps few samples from being learned by heart and bridges clusters that lie apart.
 *
 * @param first at the first step; 0 for no noise at all
 * @param last at the last step
 */
public record BatchNoise(double first, double last) {

    public static final BatchNoise NONE = new BatchNoise(0, 0);

    private static final double MOST = 10;

    public BatchNoise {
        if (!(first >= 0 && first <= MOST)) {
            throw new InvalidSpecException(
                    "batchNoise", "the first deviation is %s; allowed is 0 to 10".formatted(first));
        }
        if (!(last >= 0 && last <= first) || (last == 0 && first > 0)) {
            throw new InvalidSpecException(
                    "batchNoise",
                    "the last deviation is %s; allowed is above 0 and at most the first, %s".formatted(last, first));
        }
    }

    /** The standard deviation where {@code progress} of the run, from 0 to 1, is done. */
    public double deviation(double progress) {
        return first == 0 ? 0 : first * Math.pow(last / first, progress);
    }
}
