@NullMarked
package io.brenier.training.queue;

import org.jspecify.annotations.NullMarked;
