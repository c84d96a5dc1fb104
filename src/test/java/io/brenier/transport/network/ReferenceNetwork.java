package io.brenier.transport.network;

import java.util.function.ToDoubleFunction;

/** The networks by their formulas, in double and as slowly as one likes, with derivatives by central differences. */
final class ReferenceNetwork {

    private static final double STEP = 1e-5;

    private ReferenceNetwork() {}

    static double potential(QuadraticMlpPotential f, double[] x) {
        int d = x.length;
        double value = 0;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                value += x[i] * f.matrix()[i * d + j] * x[j] / 2;
            }
            value += f.shift()[i] * x[i];
        }
        return value + network(f.requireNetwork(), x)[0];
    }

    static double[] map(AffineMlpMap map, double[] y) {
        int d = y.length;
        double[] image = network(map.requireNetwork(), y);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                image[i] += map.matrix()[i * d + j] * y[j];
            }
            image[i] += map.shift()[i];
        }
        return image;
    }

    static double[] gradient(ToDoubleFunction<double[]> function, double[] at) {
        double[] gradient = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            double[] moved = at.clone();
            moved[i] = at[i] + STEP;
            double above = function.applyAsDouble(moved);
            moved[i] = at[i] - STEP;
            gradient[i] = (above - function.applyAsDouble(moved)) / (2 * STEP);
        }
        return gradient;
    }

    /** The Hessian times v: the derivative of the gradient along v, by second differences. */
    static double[] hessianProduct(ToDoubleFunction<double[]> function, double[] at, double[] v) {
        double step = 1e-4;
        double[] above = at.clone();
        double[] below = at.clone();
        for (int i = 0; i < at.length; i++) {
            above[i] += step * v[i];
            below[i] -= step * v[i];
        }
        double[] product = gradient(function, above);
        double[] low = gradient(function, below);
        for (int i = 0; i < at.length; i++) {
            product[i] = (product[i] - low[i]) / (2 * step);
        }
        return product;
    }

    static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static double[] network(Mlp mlp, double[] x) {
        double[] h = x;
        for (int l = 0; l < mlp.layers().size(); l++) {
            DenseLayer layer = mlp.layers().get(l);
            float[] bias = layer.bias();
            double[] z = new double[layer.outputs()];
            for (int j = 0; j < z.length; j++) {
                z[j] = bias == null ? 0 : bias[j];
                for (int i = 0; i < h.length; i++) {
                    z[j] += h[i] * layer.weights()[i * layer.outputs() + j];
                }
                if (l < mlp.layers().size() - 1) {
                    z[j] = activation(mlp.activation(), z[j]);
                }
            }
            h = z;
        }
        return h;
    }

    private static double activation(Activation activation, double a) {
        return switch (activation) {
            case ELU -> Math.max(a, 0) + Math.expm1(Math.min(a, 0));
            case LEAKY_RELU -> Math.max(a, 0.2f * a);
            case SOFTPLUS -> Math.log1p(Math.exp(a));
            case TANH -> Math.tanh(a);
        };
    }
}
