/**
 * The safetensors format for floats. Its header is a JSON object of one fixed shape, so that a strict reader of just that shape is
 * smaller than a binding for a JSON library, and keeps such a library out of the numerical core.
 */
@NullMarked
package io.brenier.transport.tensor.safetensors;

import org.jspecify.annotations.NullMarked;
