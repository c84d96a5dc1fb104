package io.brenier.transport.metric;

import io.brenier.transport.tensor.Points;

/** Whether a learned map moves points in the true map's direction, where that is known. */
public final class CosineSimilarity {

    private CosineSimilarity() {}

    /**
     * cos = E⟨T(x) − x, T̂(x) − x⟩ / √(E|T(x) − x|² · E|T̂(x) − x|²): the cosine of the two displacement fields in L²(α), not the mean of
     * the rows' cosines (Korotin et al. 2021). NaN where a map moves nothing.
     *
     * @param points x, [n, d]
     * @param truth T(x), [n, d]
     * @param predicted T̂(x), [n, d]
     * @throws IllegalArgumentException if the shapes differ or there is no row
     */
    public static double ofDisplacements(Points points, Points truth, Points predicted) {
        PairedRows.requireSameShape(points, truth);
        PairedRows.requireSameShape(points, predicted);
        double product = 0;
        double trueSquared = 0;
        double predictedSquared = 0;
        for (int i = 0; i < points.values().length; i++) {
            double trueMove = (double) truth.values()[i] - points.values()[i];
            double predictedMove = (double) predicted.values()[i] - points.values()[i];
            product += trueMove * predictedMove;
            trueSquared += trueMove * trueMove;
            predictedSquared += predictedMove * predictedMove;
        }
        return product / Math.sqrt(trueSquared * predictedSquared);
    }
}
