package io.brenier.transport.network.graph;

import io.brenier.transport.network.curve.Curve;

/**
 * What the steps of a network are made of: operations on matrices with a point a row, at fixed weights. Weights go by their number in
 * the graph. No operation changes its arguments.
 *
 * @param <T> a matrix
 */
interface Algebra<T> {

    /** x W. */
    T product(T x, int weight);

    /** x W + b in every row. */
    T affine(T x, int weight, int bias);

    /** y Wᵀ. */
    T productTransposed(T y, int weight);

    /** x + b in every row. */
    T addRow(T x, int row);

    /** x ∘ s in every row. */
    T timesRow(T x, int row);

    T add(T a, T b);

    T multiply(T a, T b);

    T scale(T a, double factor);

    /** φ(a), element by element. */
    T apply(Curve curve, T a);

    /** δ ∘ φ′(a), where h = φ(a). */
    T timesSlope(Curve curve, T a, T h, T delta);

    /** δ ∘ φ″(a). */
    T timesCurvature(Curve curve, T a, T delta);

    /** The sums over each so many neighbouring columns: [n, k size] → [n, k]. */
    T groupSum(T a, int size);

    /** Every column so many times, side by side: the transpose of the sums. */
    T spread(T a, int size);

    /** ⟨a_i, b_i⟩ of every row, [n, 1]. */
    T rowDots(T a, T b);

    /** a times the single column c, [n, 1]. */
    T timesColumn(T a, T column);
}
