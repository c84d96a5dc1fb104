@NullMarked
package io.brenier.training.history;

import org.jspecify.annotations.NullMarked;
