@NullMarked
package io.brenier.platform.observability;

import org.jspecify.annotations.NullMarked;
