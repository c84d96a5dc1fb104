/** Evaluation itself: points in, points out, in blocks of rows on a few threads. */
@NamedInterface("kernel")
@NullMarked
package io.brenier.evaluation.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
