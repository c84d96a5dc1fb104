package io.brenier.evaluation.kernel;

import io.brenier.models.ResolvedModel;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.transport.tensor.Points;

/** Holds points to the space that a model maps. */
public final class ModelDimension {

    private ModelDimension() {}

    /**
     * @param pointer where the points stand in the request
     * @throws ProblemException dimension_mismatch
     */
    public static void require(ResolvedModel model, Points points, String pointer) {
        if (points.dimension() != model.dimension()) {
            throw ProblemException.at(
                    pointer,
                    ProblemCode.DIMENSION_MISMATCH,
                    "points have %s; model '%s' maps R^%d"
                            .formatted(
                                    points.dimension() == 1 ? "1 column" : points.dimension() + " columns",
                                    model.model(),
                                    model.dimension()));
        }
    }
}
