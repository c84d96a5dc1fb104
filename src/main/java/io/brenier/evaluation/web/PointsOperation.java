package io.brenier.evaluation.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.openapi.Problems;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An evaluation that answers with rows: what is the same of them all in the OpenAPI document. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Problems({
    ProblemCode.MODEL_NOT_FOUND,
    ProblemCode.VERSION_NOT_FOUND,
    ProblemCode.ALIAS_NOT_FOUND,
    ProblemCode.UNKNOWN_FIELD,
    ProblemCode.CONJUGATE_NOT_CONVERGED,
    ProblemCode.NON_FINITE_OUTPUT,
    ProblemCode.MODEL_NOT_READY
})
public @interface PointsOperation {

    /** Whether the body holds points in any of the formats, and not only JSON. */
    boolean pointsIn() default true;
}
