package io.brenier.pictures;

import io.brenier.evaluation.kernel.Evaluation;

/** What a picture says of rows whose conjugate did not converge: they are shown where the solver left them. */
final class Unconverged {

    private Unconverged() {}

    /** Empty where there are none. */
    static String note(Evaluation evaluation) {
        return evaluation.unconverged() == 0
                ? ""
                : "%d of %d points did not converge"
                        .formatted(evaluation.unconverged(), evaluation.output().rows());
    }
}
