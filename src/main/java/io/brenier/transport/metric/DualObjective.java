package io.brenier.transport.metric;

/** The dual of the Wasserstein-2 problem in correlation form. */
public final class DualObjective {

    private DualObjective() {}

    /**
     * J = E_α f + E_β f*, which training minimises. Its minimum over convex f is the largest E⟨x, y⟩ of any coupling; where the values of
     * f* are too small, as at a conjugate solved badly, J is too small as well.
     *
     * @param potentials f at samples of α, [n]
     * @param conjugates f* at samples of β, [m]
     * @throws IllegalArgumentException if one of them is empty
     */
    public static double of(float[] potentials, float[] conjugates) {
        return mean(potentials) + mean(conjugates);
    }

    private static double mean(float[] values) {
        PairedRows.requireRows(values.length);
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
