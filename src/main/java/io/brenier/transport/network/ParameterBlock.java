package io.brenier.transport.network;

/**
 * Where one weight matrix or bias lies in the vector of all parameters.
 *
 * @param offset of its first number
 * @param rows inputs of the layer; 1 for a bias
 * @param columns outputs of the layer
 * @param bias whether it is a bias
 */
public record ParameterBlock(int offset, int rows, int columns, boolean bias) {

    public int size() {
        return rows * columns;
    }
}
