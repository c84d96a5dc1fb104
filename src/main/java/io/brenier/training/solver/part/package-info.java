/** The parts that several solvers share, each from JSON to its spec and back. */
@NullMarked
package io.brenier.training.solver.part;

import org.jspecify.annotations.NullMarked;
