/** Which trainer learns by which spec. */
@NullMarked
package io.brenier.transport.dual.catalog;

import org.jspecify.annotations.NullMarked;
