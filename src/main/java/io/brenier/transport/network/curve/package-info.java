/** Functions of one number that networks apply to every element, with their first two derivatives, in plain Java and on the engine. */
@NullMarked
package io.brenier.transport.network.curve;

import org.jspecify.annotations.NullMarked;
