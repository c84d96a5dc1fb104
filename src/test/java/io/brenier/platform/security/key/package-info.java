@NullMarked
package io.brenier.platform.security.key;

import org.jspecify.annotations.NullMarked;
