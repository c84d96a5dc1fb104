/** Gaussian mixtures, and optimal transport between them. */
@NullMarked
package io.brenier.transport.entropic.mixture;

import org.jspecify.annotations.NullMarked;
