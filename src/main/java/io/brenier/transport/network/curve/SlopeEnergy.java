package io.brenier.transport.network.curve;

import ai.djl.ndarray.NDArray;

/**
 * Q with Q′ = P and P′ = act′², of which an input convex gradient network of one layer is made: its map is Wᵀ(P(Wx + b) − P(b)). Convex.
 * {@link #primitive} is P itself.
 */
public sealed interface SlopeEnergy extends Curve {

    /** P, which the network takes of its biases. */
    Rectifier primitive();

    /**
     * Q and P by their closed forms.
     *
     * @throws IllegalArgumentException if the activation has none in elementary functions
     */
    static SlopeEnergy closedForm(SlopeActivation activation) {
        return switch (activation) {
            case SIGMOID -> new SigmoidEnergy();
            case TANH -> new TanhEnergy();
            case SOFTPLUS, SILU ->
                throw new IllegalArgumentException("the integral of %s′² has no closed form".formatted(activation));
        };
    }

    /** P(a) = a ∫₀¹ act′(sa)² ds and Q(a) = a² ∫₀¹ (1 − s) act′(sa)² ds by Gauss and Legendre's rule of so many nodes. */
    static SlopeEnergy quadrature(SlopeActivation activation, int nodes) {
        return new QuadratureEnergy(activation, nodes);
    }

    /** With σ the sigmoid: P = σ²/2 − σ³/3 and Q = (log(1 + e^a) − σ(1 − σ))/6. */
    record SigmoidEnergy() implements SlopeEnergy {

        @Override
        public Rectifier primitive() {
            return new Slope(this);
        }

        @Override
        public double value(double a) {
            double rising = Softplus.sigmoid(a);
            return (Math.max(a, 0) + Math.log1p(Math.exp(-Math.abs(a))) - rising * (1 - rising)) / 6;
        }

        @Override
        public double slope(double a) {
            double rising = Softplus.sigmoid(a);
            return rising * rising * (0.5 - rising / 3);
        }

        @Override
        public double curvature(double a) {
            return SlopeActivation.SIGMOID.energy(a);
        }

        @Override
        public NDArray value(EngineNumbers numbers, NDArray a) {
            NDArray rising = EngineNumbers.sigmoid(a);
            return a.getNDArrayInternal()
                    .softPlus()
                    .subi(rising)
                    .addi(rising.square())
                    .muli(numbers.of(1.0 / 6));
        }

        @Override
        public NDArray slope(EngineNumbers numbers, NDArray a) {
            NDArray rising = EngineNumbers.sigmoid(a);
            return rising.mul(numbers.of(-1.0 / 3)).addi(numbers.of(0.5)).muli(rising.square());
        }

        @Override
        public NDArray curvature(EngineNumbers numbers, NDArray a) {
            return SlopeActivation.SIGMOID.energy(numbers, a);
        }
    }

    /** With h = tanh: P = h − h³/3 and Q = ⅔ log cosh a + h²/6. */
    record TanhEnergy() implements SlopeEnergy {

        private static final LogCosh LOG_COSH = new LogCosh();

        @Override
        public Rectifier primitive() {
            return new Slope(this);
        }

        @Override
        public double value(double a) {
            double h = Math.tanh(a);
            return LOG_COSH.value(a) * 2 / 3 + h * h / 6;
        }

        @Override
        public double slope(double a) {
            double h = Math.tanh(a);
            return h - h * h * h / 3;
        }

        @Override
        public double curvature(double a) {
            return SlopeActivation.TANH.energy(a);
        }

        @Override
        public NDArray value(EngineNumbers numbers, NDArray a) {
            NDArray squares = a.tanh().square().muli(numbers.of(1.0 / 6));
            return LOG_COSH.value(numbers, a).muli(numbers.of(2.0 / 3)).addi(squares);
        }

        @Override
        public NDArray slope(EngineNumbers numbers, NDArray a) {
            NDArray h = a.tanh();
            return h.square().muli(numbers.of(-1.0 / 3)).addi(numbers.of(1)).muli(h);
        }

        @Override
        public NDArray curvature(EngineNumbers numbers, NDArray a) {
            return SlopeActivation.TANH.energy(numbers, a);
        }
    }

    /** By quadrature from 0. */
    final class QuadratureEnergy implements SlopeEnergy {

        private final SlopeActivation activation;
        private final double[] nodes;
        private final double[] weights;

        private QuadratureEnergy(SlopeActivation activation, int count) {
            this.activation = activation;
            double[][] rule = GaussLegendre.rule(count);
            nodes = rule[0];
            weights = rule[1];
        }

        @Override
        public Rectifier primitive() {
            return new Slope(this);
        }

        @Override
        public double value(double a) {
            double sum = 0;
            for (int i = 0; i < nodes.length; i++) {
                sum += weights[i] * (1 - nodes[i]) * activation.energy(nodes[i] * a);
            }
            return a * a * sum;
        }

        @Override
        public double slope(double a) {
            double sum = 0;
            for (int i = 0; i < nodes.length; i++) {
                sum += weights[i] * activation.energy(nodes[i] * a);
            }
            return a * sum;
        }

        @Override
        public double curvature(double a) {
            return activation.energy(a);
        }

        @Override
        public NDArray value(EngineNumbers numbers, NDArray a) {
            NDArray sum = a.zerosLike();
            for (int i = 0; i < nodes.length; i++) {
                sum.addi(term(numbers, a, i).muli(numbers.of(weights[i] * (1 - nodes[i]))));
            }
            return sum.muli(a.square());
        }

        @Override
        public NDArray slope(EngineNumbers numbers, NDArray a) {
            NDArray sum = a.zerosLike();
            for (int i = 0; i < nodes.length; i++) {
                sum.addi(term(numbers, a, i).muli(numbers.of(weights[i])));
            }
            return sum.muli(a);
        }

        @Override
        public NDArray curvature(EngineNumbers numbers, NDArray a) {
            return activation.energy(numbers, a);
        }

        private NDArray term(EngineNumbers numbers, NDArray a, int node) {
            return activation.energy(numbers, a.mul(numbers.of(nodes[node])));
        }
    }

    /** P of a given Q. */
    record Slope(SlopeEnergy energy) implements Rectifier {

        @Override
        public double value(double a) {
            return energy.slope(a);
        }

        @Override
        public double slope(double a) {
            return energy.curvature(a);
        }

        @Override
        public NDArray value(EngineNumbers numbers, NDArray a) {
            return energy.slope(numbers, a);
        }

        @Override
        public NDArray slope(EngineNumbers numbers, NDArray a) {
            return energy.curvature(numbers, a);
        }
    }
}
