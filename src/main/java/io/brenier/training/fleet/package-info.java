/** The workers that there are, and what becomes of jobs for which there is none. */
@NullMarked
package io.brenier.training.fleet;

import org.jspecify.annotations.NullMarked;
