/** The mathematics of optimal transport maps, usable as a library: it knows no Spring, no SQL and no HTTP. */
@NullMarked
package io.brenier.transport;

import org.jspecify.annotations.NullMarked;
