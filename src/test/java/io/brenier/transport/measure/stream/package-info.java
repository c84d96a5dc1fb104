/** Samples that do not fit into memory. */
@NullMarked
package io.brenier.transport.measure.stream;

import org.jspecify.annotations.NullMarked;
