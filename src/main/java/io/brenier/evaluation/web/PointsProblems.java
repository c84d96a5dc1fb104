package io.brenier.evaluation.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.openapi.Problems;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The problems of bodies that hold points. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Problems({
    ProblemCode.INVALID_TENSOR_SHAPE,
    ProblemCode.INVALID_DATATYPE,
    ProblemCode.NON_FINITE_INPUT,
    ProblemCode.TOO_FEW_POINTS,
    ProblemCode.DIMENSION_MISMATCH
})
public @interface PointsProblems {}
