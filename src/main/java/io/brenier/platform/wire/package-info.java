/** Flat wire objects with a {@code type}: which members a type takes, words that choose, and the refusals in the user's words. */
@NullMarked
package io.brenier.platform.wire;

import org.jspecify.annotations.NullMarked;
