package io.brenier.transport.network.graph;

import io.brenier.transport.network.ParameterBlock;
import io.brenier.transport.network.curve.Curve;
import io.brenier.transport.network.curve.Exponential;
import io.brenier.transport.network.curve.Rectifier;
import io.brenier.transport.network.graph.GraphBlock.Sign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a network together, step by step, with the numbers its parameters start at. Results and weights go by the numbers that the methods
 * return; result 0 is the point.
 */
public final class GraphBuilder {

    /** The result that is the point itself. */
    public static final int POINT = 0;

    private final int dimension;
    private final List<Step> steps = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final List<Weight> weights = new ArrayList<>();
    private final List<GraphBlock> blocks = new ArrayList<>();
    private final List<Normalization> normalizations = new ArrayList<>();
    private final List<float[]> initial = new ArrayList<>();
    private int parameterCount;

    public GraphBuilder(int dimension) {
        this.dimension = dimension;
        widths.add(dimension);
    }

    public int dimension() {
        return dimension;
    }

    /** Columns of a result. */
    public int width(int result) {
        return widths.get(result);
    }

    /** A matrix of free parameters. */
    public int weight(String name, int rows, int columns, float[] start) {
        return weight(name, rows, columns, start, null, 1);
    }

    /** A matrix factor · r(W) of parameters W. */
    public int weight(String name, int rows, int columns, float[] start, @Nullable Rectifier rectifier, double factor) {
        return weight(name, rows, columns, start, rectifier, factor, false);
    }

    private int weight(
            String name,
            int rows,
            int columns,
            float[] start,
            @Nullable Rectifier rectifier,
            double factor,
            boolean bias) {
        int block = block(name, rows, columns, start, bias, Sign.FREE, 0);
        return add(new Weight(block, null, rows, columns, rectifier, factor));
    }

    /** A matrix of parameters that should not be negative: kept so by projection alone. */
    public int projectedWeight(String name, int rows, int columns, float[] start) {
        int block = block(name, rows, columns, start, false, Sign.PROJECTED, 0);
        return add(new Weight(block, null, rows, columns, null, 1));
    }

    /** A matrix of parameters that should not be negative: kept near by β ‖max(−W, 0)‖_F alone. */
    public int penalizedWeight(String name, int rows, int columns, float[] start, double beta) {
        int block = block(name, rows, columns, start, false, Sign.PENALIZED, beta);
        return add(new Weight(block, null, rows, columns, null, 1));
    }

    /** The transpose of the row's parameters, as a column r(b). */
    public int columnOf(int row, Rectifier rectifier) {
        Weight given = weights.get(row);
        return add(new Weight(given.block(), null, given.columns(), 1, rectifier, 1));
    }

    /** A row of parameters. */
    public int row(String name, float[] start) {
        return weight(name, 1, start.length, start, null, 1, true);
    }

    /** x W. */
    public int product(int x, int weight) {
        return add(
                new AffineStep(x, weight, AffineStep.NONE), weights.get(weight).columns());
    }

    /** x W + b. */
    public int affine(int x, int weight, int bias) {
        return add(new AffineStep(x, weight, bias), weights.get(weight).columns());
    }

    /** φ(x). */
    public int apply(Curve curve, int x) {
        return add(new CurveStep(x, curve), width(x));
    }

    /** The sums over each so many neighbouring columns; x itself if it is one. */
    public int groupSum(int x, int size) {
        return size == 1 ? x : add(new GroupSumStep(x, size), width(x) / size);
    }

    /** The sum of results of the same width; the result itself if there is one. */
    public int sum(List<Integer> results) {
        return results.size() == 1
                ? results.getFirst()
                : combination(results, Collections.nCopies(results.size(), 1.0));
    }

    /** Σ_k c_k x_k. */
    public int combination(List<Integer> results, List<Double> factors) {
        return add(new WeightedSumStep(results, factors), width(results.getFirst()));
    }

    /** x + b. */
    public int shift(int x, int row) {
        return add(new ShiftStep(x, row), width(x));
    }

    /** (x + b) ∘ e^−s, parameters b and s starting at 0 until a batch sets them. */
    public int normalize(String name, int x) {
        int shift = row(name + ".shift", new float[width(x)]);
        int scale = weight(name + ".log_scale", 1, width(x), new float[width(x)], new Exponential(-1), 1, true);
        normalizations.add(new Normalization(
                x, weights.get(shift).block(), weights.get(scale).block()));
        int shifted = shift(x, shift);
        return add(new ScaleStep(shifted, scale), width(x));
    }

    /** e^s x, a parameter s starting at 0. */
    public int positiveMultiple(String name, int x) {
        int scale = weight(name, 1, width(x), new float[width(x)], new Exponential(1), 1, true);
        return add(new ScaleStep(x, scale), width(x));
    }

    /** ½ xᵀMx + bᵀx of the point, M and b fixed. */
    public int quadratic(float[] matrix, float[] shift) {
        int fixedMatrix = add(new Weight(Weight.FIXED, matrix, dimension, dimension, null, 1));
        int fixedShift = add(new Weight(Weight.FIXED, shift, 1, dimension, null, 1));
        return add(new QuadraticStep(POINT, fixedMatrix, fixedShift), 1);
    }

    /**
     * The network that ends at the last step, at the numbers it starts with.
     *
     * @throws IllegalStateException if there is no step or the last has several columns
     */
    public GraphPotential build() {
        return build(null);
    }

    /** The same, remembering what it was built from. */
    public GraphPotential build(@Nullable Origin origin) {
        if (steps.isEmpty() || widths.getLast() != 1) {
            throw new IllegalStateException(
                    "the last step has %d columns, a potential has one".formatted(widths.getLast()));
        }
        float[] parameters = new float[parameterCount];
        int at = 0;
        for (float[] numbers : initial) {
            System.arraycopy(numbers, 0, parameters, at, numbers.length);
            at += numbers.length;
        }
        return new GraphPotential(
                new NetworkGraph(dimension, steps, weights, blocks, normalizations, origin), parameters);
    }

    private int block(String name, int rows, int columns, float[] start, boolean bias, Sign sign, double penalty) {
        if (start.length != Math.multiplyExact(rows, columns)) {
            throw new IllegalArgumentException("%d numbers for %d × %d".formatted(start.length, rows, columns));
        }
        ParameterBlock place = new ParameterBlock(parameterCount, rows, columns, bias);
        blocks.add(new GraphBlock(name, place, sign, penalty));
        initial.add(Arrays.copyOf(start, start.length));
        parameterCount += start.length;
        return blocks.size() - 1;
    }

    private int add(Weight weight) {
        weights.add(weight);
        return weights.size() - 1;
    }

    private int add(Step step, int width) {
        steps.add(step);
        widths.add(width);
        return steps.size();
    }
}
