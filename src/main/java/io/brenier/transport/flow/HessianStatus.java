package io.brenier.transport.flow;

/** Whether the Hessian of one row has the determinant that a change of variables needs. */
public enum HessianStatus {
    POSITIVE_DEFINITE,
    /** Its least pivot or eigenvalue is not above what float arithmetic leaves of zero: f is not strictly convex here. */
    NOT_POSITIVE_DEFINITE,
    /** A second derivative is NaN or infinite. */
    NON_FINITE
}
