package io.brenier.transport.conjugate;

/**
 * The newest pairs (s, z) of steps and changes of the gradient of every row, and the product of the inverse Hessian that they
 * approximate with a vector. Storage grows by one pair for all rows as soon as one row needs it.
 */
final class CurvaturePairs {

    /** Below this cosine between s and z a pair says more about rounding, or about negative curvature, than about f. */
    private static final double LEAST_COSINE = 1e-6;

    private final int rows;
    private final int dimension;
    private final int memory;
    private final float[][] steps;
    private final float[][] changes;
    private final float[][] inverseProducts;
    private final int[] stored;
    private final float[] scale;
    private final float[] weights;
    private final float[] step;
    private final float[] change;

    CurvaturePairs(int rows, int dimension, int memory) {
        this.rows = rows;
        this.dimension = dimension;
        this.memory = memory;
        this.steps = new float[memory][];
        this.changes = new float[memory][];
        this.inverseProducts = new float[memory][];
        this.stored = new int[rows];
        this.scale = new float[rows];
        this.weights = new float[memory];
        this.step = new float[dimension];
        this.change = new float[dimension];
    }

    boolean isEmpty(int row) {
        return stored[row] == 0;
    }

    void clear(int row) {
        stored[row] = 0;
    }

    /** Keeps the pair (to[toAt..] − from[row], newGradient − gradient[row]), unless its curvature is not safely positive. */
    void add(int row, float[] from, float[] to, int toAt, float[] gradient, float[] newGradient) {
        int at = row * dimension;
        RowVectors.subtract(to, toAt, from, at, step, 0, dimension);
        RowVectors.subtract(newGradient, 0, gradient, at, change, 0, dimension);
        double product = RowVectors.dot(step, 0, change, 0, dimension);
        double stepSquared = RowVectors.dot(step, 0, step, 0, dimension);
        double changeSquared = RowVectors.dot(change, 0, change, 0, dimension);
        if (!(product > LEAST_COSINE * Math.sqrt(stepSquared * changeSquared))) {
            return;
        }
        int slot = stored[row] % memory;
        if (steps[slot] == null) {
            steps[slot] = new float[rows * dimension];
            changes[slot] = new float[rows * dimension];
            inverseProducts[slot] = new float[rows];
        }
        System.arraycopy(step, 0, steps[slot], at, dimension);
        System.arraycopy(change, 0, changes[slot], at, dimension);
        inverseProducts[slot][row] = (float) (1 / product);
        scale[row] = (float) (product / changeSquared);
        stored[row]++;
    }

    /** p ← −Hg by the two-loop recursion; −g where no pair is kept. */
    void direction(int row, float[] gradient, float[] p) {
        int at = row * dimension;
        for (int k = 0; k < dimension; k++) {
            p[at + k] = -gradient[at + k];
        }
        int newest = stored[row] - 1;
        if (newest < 0) {
            return;
        }
        int oldest = Math.max(0, stored[row] - memory);
        for (int pair = newest; pair >= oldest; pair--) {
            int slot = pair % memory;
            float weight = inverseProducts[slot][row] * RowVectors.dot(steps[slot], at, p, at, dimension);
            weights[slot] = weight;
            RowVectors.addScaled(-weight, changes[slot], at, p, at, dimension);
        }
        float middle = scale[row];
        for (int k = 0; k < dimension; k++) {
            p[at + k] *= middle;
        }
        for (int pair = oldest; pair <= newest; pair++) {
            int slot = pair % memory;
            float weight = inverseProducts[slot][row] * RowVectors.dot(changes[slot], at, p, at, dimension);
            RowVectors.addScaled(weights[slot] - weight, steps[slot], at, p, at, dimension);
        }
    }
}
