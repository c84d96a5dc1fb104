/** Where bytes lie: a folder, or whatever else keeps files under names. */
@NullMarked
package io.brenier.platform.storage.object;

import org.jspecify.annotations.NullMarked;
