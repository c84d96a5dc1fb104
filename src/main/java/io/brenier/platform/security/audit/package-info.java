/** Who did what, and who was refused: a log of its own. */
@NullMarked
package io.brenier.platform.security.audit;

import org.jspecify.annotations.NullMarked;
