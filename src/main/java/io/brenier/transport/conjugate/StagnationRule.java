package io.brenier.transport.conjugate;

/**
 * When a row ends that rounding seems to keep from its tolerance.
 *
 * @param idleSteps so many steps in a row without a visible decrease of the value or of the gradient
 * @param restarts how often a row then goes on from where it is, without the curvature it has gathered from steps that rounding has spoilt
 */
record StagnationRule(int idleSteps, int restarts) {

    /** For training, where such a row is not worth more steps. */
    static final StagnationRule USUAL = new StagnationRule(2, 0);

    /** For answers: nearly all such rows get to their tolerance yet. */
    static final StagnationRule MORE = new StagnationRule(20, 1);
}
