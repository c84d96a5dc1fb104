/** The solver that chooses for itself, and never gives a worse map than the instant answers. */
@NullMarked
package io.brenier.transport.dual.auto;

import org.jspecify.annotations.NullMarked;
