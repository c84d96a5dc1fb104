/** What a run needs to go on, as bytes. */
@NullMarked
package io.brenier.transport.dual.checkpoint;

import org.jspecify.annotations.NullMarked;
