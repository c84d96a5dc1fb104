@NullMarked
package io.brenier.platform.limits;

import org.jspecify.annotations.NullMarked;
