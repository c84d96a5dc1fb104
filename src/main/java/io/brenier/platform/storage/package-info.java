/** Where blobs lie: the store in a folder, and the collector of what nobody needs any more. */
@NullMarked
package io.brenier.platform.storage;

import org.jspecify.annotations.NullMarked;
