/** Solvers of the convex conjugate, row by row. */
@NullMarked
package io.brenier.transport.conjugate;

import org.jspecify.annotations.NullMarked;
