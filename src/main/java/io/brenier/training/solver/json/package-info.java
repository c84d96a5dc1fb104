/** A solver's settings on the wire: flat records, every member optional. */
@NullMarked
package io.brenier.training.solver.json;

import org.jspecify.annotations.NullMarked;
