/** Potentials and transport maps, their specs and their builders. */
@NullMarked
package io.brenier.transport.network;

import org.jspecify.annotations.NullMarked;
