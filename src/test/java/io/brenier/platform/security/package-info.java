@NullMarked
package io.brenier.platform.security;

import org.jspecify.annotations.NullMarked;
