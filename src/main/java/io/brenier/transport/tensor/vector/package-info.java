/**
 * Matrix products on the processor's vector unit, by the JDK's incubating Vector API, for JVMs that were started with it
 * ({@code --add-modules jdk.incubator.vector}). Whoever calls asks {@link io.brenier.transport.tensor.vector.VectorUnit} first; no class
 * of the API is loaded where it is missing.
 */
@NullMarked
package io.brenier.transport.tensor.vector;

import org.jspecify.annotations.NullMarked;
