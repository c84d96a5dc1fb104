/** What older releases left behind, opened by the newest code. */
@NullMarked
package io.brenier.releases;

import org.jspecify.annotations.NullMarked;
