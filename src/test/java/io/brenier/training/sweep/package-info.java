@NullMarked
package io.brenier.training.sweep;

import org.jspecify.annotations.NullMarked;
