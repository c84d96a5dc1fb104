/** A training problem in standardised coordinates. */
@NullMarked
package io.brenier.transport.dual.problem;

import org.jspecify.annotations.NullMarked;
