/** Densities of measures that a learned map has moved, and samples of them. */
@NullMarked
package io.brenier.transport.flow;

import org.jspecify.annotations.NullMarked;
