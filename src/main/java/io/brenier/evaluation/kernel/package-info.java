/** Evaluation itself: points in, points out, in blocks of rows on a few threads. */
@NullMarked
package io.brenier.evaluation.kernel;

import org.jspecify.annotations.NullMarked;
