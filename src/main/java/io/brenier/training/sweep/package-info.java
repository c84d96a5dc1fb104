/** Sweeps: jobs over several settings and seeds of one problem, their comparison, and the best of them. */
@NullMarked
package io.brenier.training.sweep;

import org.jspecify.annotations.NullMarked;
