@NullMarked
package io.brenier.fleet;

import org.jspecify.annotations.NullMarked;
