/** Potentials that are made of the samples themselves. */
@NullMarked
package io.brenier.transport.network.entropic;

import org.jspecify.annotations.NullMarked;
