@NullMarked
package io.brenier.training;

import org.jspecify.annotations.NullMarked;
