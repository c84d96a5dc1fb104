/**
 * Potentials as lists of steps over an abstract algebra. Each step has its forward, tangent and backward rule written out; value,
 * gradient, parameter gradient, mixed derivative and products with the Hessian follow for all networks at once, in plain Java for serving
 * and on the engine for training.
 */
@NullMarked
package io.brenier.transport.network.graph;

import org.jspecify.annotations.NullMarked;
