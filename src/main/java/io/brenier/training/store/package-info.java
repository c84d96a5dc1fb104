/** The tables of training jobs, and the transactions on them: what clients do, and what workers write. */
@NullMarked
package io.brenier.training.store;

import org.jspecify.annotations.NullMarked;
