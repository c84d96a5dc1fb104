@NullMarked
package io.brenier;

import org.jspecify.annotations.NullMarked;
