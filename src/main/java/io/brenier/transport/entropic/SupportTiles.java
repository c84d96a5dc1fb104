package io.brenier.transport.entropic;

import io.brenier.transport.tensor.Points;
import io.brenier.transport.tensor.RowProducts;
import java.util.Arrays;

/**
 * Points in tiles of {@value #TILE}, each tile by coordinate: products with all of them are made tile by tile in the first cache, in
 * loops that become vector code. Immutable.
 */
public final class SupportTiles {

    static final int TILE = 512;

    private final int size;
    private final int dimension;
    /** [tile][coordinate][point]. */
    private final float[][][] tiles;

    public SupportTiles(Points support) {
        this.size = support.rows();
        this.dimension = support.dimension();
        this.tiles = new float[(size + TILE - 1) / TILE][][];
        for (int t = 0; t < tiles.length; t++) {
            int from = t * TILE;
            int count = Math.min(TILE, size - from);
            tiles[t] = new float[dimension][count];
            for (int k = 0; k < dimension; k++) {
                for (int j = 0; j < count; j++) {
                    tiles[t][k][j] = support.at(from + j, k);
                }
            }
        }
    }

    public int size() {
        return size;
    }

    public int dimension() {
        return dimension;
    }

    int tiles() {
        return tiles.length;
    }

    float[][] coordinates(int tile) {
        return tiles[tile];
    }

    /** Room for a number per support point and row: [tile][row][point]. */
    float[][][] room(int rows) {
        float[][][] room = new float[tiles.length][][];
        for (int t = 0; t < tiles.length; t++) {
            room[t] = new float[rows][tiles[t][0].length];
        }
        return room;
    }

    /** The numbers of one per support point, tile by tile. */
    double[][] split(double[] perPoint) {
        double[][] split = new double[tiles.length][];
        for (int t = 0; t < tiles.length; t++) {
            split[t] = Arrays.copyOfRange(perPoint, t * TILE, t * TILE + tiles[t][0].length);
        }
        return split;
    }

    /** ⟨xᵣ, yⱼ⟩ of the first rows with all support points. A row's products do not depend on the other rows, to the last bit. */
    void products(float[][] x, int rows, float[][][] products) {
        for (int t = 0; t < tiles.length; t++) {
            for (int r = 0; r < rows; r++) {
                Arrays.fill(products[t][r], 0);
            }
            RowProducts.addProduct(x, rows, tiles[t], products[t]);
        }
    }

    /** The same products of one row alone. */
    void products(float[][] x, float[][][] products, int row) {
        float[][] only = {x[row]};
        for (int t = 0; t < tiles.length; t++) {
            float[][] room = {products[t][row]};
            Arrays.fill(room[0], 0);
            RowProducts.addProduct(only, 1, tiles[t], room);
        }
    }
}
