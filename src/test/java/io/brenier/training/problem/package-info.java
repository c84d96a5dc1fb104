/** What fits into memory, and what is done about the rest. */
@NullMarked
package io.brenier.training.problem;

import org.jspecify.annotations.NullMarked;
