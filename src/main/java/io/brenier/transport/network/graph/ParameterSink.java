package io.brenier.transport.network.graph;

/**
 * Takes the derivatives by the weights, added up over the steps.
 *
 * @param <T> a matrix with a point a row
 */
interface ParameterSink<T> {

    /** The weight W gains xᵀ adjoint. */
    void addProduct(int weight, T x, T adjoint);

    /** The row gains the sum of the adjoint's rows. */
    void addRowSum(int row, T adjoint);

    /** The row gains the sum of the rows of a ∘ b. */
    void addRowSumOfProducts(int row, T a, T b);
}
