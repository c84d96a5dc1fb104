package io.brenier.transport.tensor;

/** Points by column, so that loops over all points of a set run along memory and become vector code. */
public final class Columns {

    private Columns() {}

    /** [n, d] → d arrays of n. */
    public static double[][] of(Points points) {
        double[][] columns = new double[points.dimension()][points.rows()];
        for (int i = 0; i < points.rows(); i++) {
            for (int k = 0; k < columns.length; k++) {
                columns[k][i] = points.at(i, k);
            }
        }
        return columns;
    }

    /** [n, d] → d arrays of n, in single precision. */
    public static float[][] ofFloats(Points points) {
        float[][] columns = new float[points.dimension()][points.rows()];
        for (int i = 0; i < points.rows(); i++) {
            for (int k = 0; k < columns.length; k++) {
                columns[k][i] = points.at(i, k);
            }
        }
        return columns;
    }
}
