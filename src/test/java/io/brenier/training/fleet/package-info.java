@NullMarked
package io.brenier.training.fleet;

import org.jspecify.annotations.NullMarked;
