/** Trainers of the Wasserstein-2 dual and what they return. */
@NullMarked
package io.brenier.transport.dual;

import org.jspecify.annotations.NullMarked;
