/** What a job learns from, as it lies in memory or, where that is too small, on the disk. */
@NullMarked
package io.brenier.training.problem;

import org.jspecify.annotations.NullMarked;
