/** Brenier learns optimal transport maps from samples and serves them. */
@NullMarked
package io.brenier;

import org.jspecify.annotations.NullMarked;
