/** News of jobs for those who wait for them, also of what other processes did. */
@NullMarked
package io.brenier.training.watch;

import org.jspecify.annotations.NullMarked;
