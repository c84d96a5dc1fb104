/** How much one owner may have and ask for, and how much all requests together may take of this process. */
@NullMarked
package io.brenier.platform.limits;

import org.jspecify.annotations.NullMarked;
