package io.brenier.transport.measure;

import io.brenier.transport.tensor.Points;

/**
 * x ↦ (x − m) / s with one scalar scale for all coordinates: an isotropic change of units keeps a Brenier map a Brenier map, which a
 * scale per coordinate does not. Both are floats, so that a model file that stores floats gives the same map back to the last bit.
 *
 * @param shift m, [d]; not copied
 * @param scale s &gt; 0
 */
public record Standardization(float[] shift, float scale) {

    public Standardization {
        if (shift.length == 0) {
            throw new IllegalArgumentException("the shift of a standardization is empty");
        }
        if (!(scale > 0) || Float.isInfinite(scale)) {
            throw new IllegalArgumentException("the scale is %s; a positive number is needed".formatted(scale));
        }
    }

    /** x ↦ x. */
    public static Standardization identity(int dimension) {
        return new Standardization(new float[dimension], 1);
    }

    /**
     * m the mean and s = √(tr Σ / d), so that the coordinates' variances are 1 on average.
     *
     * @throws IllegalArgumentException if all points are the same or their spread is beyond what floats can hold
     */
    public static Standardization of(Moments moments) {
        double scale = Math.sqrt(moments.trace() / moments.dimension());
        if (!((float) scale > 0)) {
            throw new IllegalArgumentException(
                    "all points are the same: a set without spread cannot be standardized, and no map can be learned from it");
        }
        float[] shift = new float[moments.dimension()];
        for (int i = 0; i < shift.length; i++) {
            shift[i] = (float) moments.mean()[i];
        }
        return new Standardization(shift, (float) scale);
    }

    public int dimension() {
        return shift.length;
    }

    /** (x − m) / s for every row: [n, d] → [n, d]. */
    public Points apply(Points points) {
        requireDimension(points);
        float[] from = points.values();
        float[] to = new float[from.length];
        double factor = 1.0 / scale;
        int d = shift.length;
        for (int offset = 0; offset < from.length; offset += d) {
            for (int i = 0; i < d; i++) {
                to[offset + i] = (float) (((double) from[offset + i] - shift[i]) * factor);
            }
        }
        return Points.of(to, points.rows(), d);
    }

    /** s x + m for every row: [n, d] → [n, d]. */
    public Points invert(Points standardized) {
        requireDimension(standardized);
        float[] from = standardized.values();
        float[] to = new float[from.length];
        int d = shift.length;
        for (int offset = 0; offset < from.length; offset += d) {
            for (int i = 0; i < d; i++) {
                to[offset + i] = (float) ((double) from[offset + i] * scale + shift[i]);
            }
        }
        return Points.of(to, standardized.rows(), d);
    }

    private void requireDimension(Points points) {
        if (points.dimension() != shift.length) {
            throw new IllegalArgumentException("points of dimension %d do not fit a standardization of dimension %d"
                    .formatted(points.dimension(), shift.length));
        }
    }
}
