/** The queue in the service's own database: its entries, its threads, its start and its end. */
@NullMarked
package io.brenier.training.queue;

import org.jspecify.annotations.NullMarked;
