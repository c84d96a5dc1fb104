/** Samples and densities of measures that a model moves. */
@NullMarked
package io.brenier.evaluation.flow;

import org.jspecify.annotations.NullMarked;
