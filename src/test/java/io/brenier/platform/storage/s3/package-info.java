/** A bucket held to the contract of object stores. */
@NullMarked
package io.brenier.platform.storage.s3;

import org.jspecify.annotations.NullMarked;
