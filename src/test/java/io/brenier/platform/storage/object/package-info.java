/** The contract of object stores, and a folder held to it. */
@NullMarked
package io.brenier.platform.storage.object;

import org.jspecify.annotations.NullMarked;
