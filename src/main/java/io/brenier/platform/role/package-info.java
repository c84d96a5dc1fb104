/** What one process does: serve, train or both. */
@NullMarked
package io.brenier.platform.role;

import org.jspecify.annotations.NullMarked;
