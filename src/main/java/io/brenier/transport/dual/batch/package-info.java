/** The batches of a step: drawn from the seed and the step alone, evenly over the samples. */
@NullMarked
package io.brenier.transport.dual.batch;

import org.jspecify.annotations.NullMarked;
