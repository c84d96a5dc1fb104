/** Blobs: which there are, where they lie, and the collector of what nobody needs any more. */
@NullMarked
package io.brenier.platform.storage;

import org.jspecify.annotations.NullMarked;
