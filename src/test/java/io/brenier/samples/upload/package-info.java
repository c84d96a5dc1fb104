/** Uploads in parts, through HTTP. */
@NullMarked
package io.brenier.samples.upload;

import org.jspecify.annotations.NullMarked;
