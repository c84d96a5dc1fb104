/** The trainers: how the settings of a solver become a pair of dual potentials. */
@NullMarked
package io.brenier.transport.dual.trainer;

import org.jspecify.annotations.NullMarked;
