/** The solvers that a client may ask for: each type's mapper between the flat JSON object and a spec that has checked itself. */
@NullMarked
package io.brenier.training.solver;

import org.jspecify.annotations.NullMarked;
