package io.brenier.platform.limits;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation of which only so many are served at a time, and that takes memory in proportion to its body. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Expensive {

    /** Whether it counts among those that are served at a time; a body that goes to the disk may take its time. */
    boolean counted() default true;

    /** Bytes of memory for each byte of the body: the numbers read, what is computed of them, the answer. */
    int perBodyByte() default 0;

    /** Bytes of memory for the request itself, whatever its body. */
    int atLeast() default 1 << 16;
}
