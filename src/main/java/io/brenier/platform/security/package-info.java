/** Who calls, what they may do, and whose things they see: what features need to know of it. */
@NullMarked
package io.brenier.platform.security;

import org.jspecify.annotations.NullMarked;
