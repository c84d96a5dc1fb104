/** Densities of measures that a learned map has moved. */
@NullMarked
package io.brenier.transport.flow;

import org.jspecify.annotations.NullMarked;
