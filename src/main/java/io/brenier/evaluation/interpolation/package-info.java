/** Points on their way between source and target. */
@NullMarked
package io.brenier.evaluation.interpolation;

import org.jspecify.annotations.NullMarked;
