/** Optimisers and learning-rate schedules. */
@NullMarked
package io.brenier.transport.optimizer;

import org.jspecify.annotations.NullMarked;
