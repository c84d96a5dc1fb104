/** Answers that need no training: at once, or after seconds. */
@NullMarked
package io.brenier.transport.dual.instant;

import org.jspecify.annotations.NullMarked;
