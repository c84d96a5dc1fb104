/** Points on the wire: JSON, CSV and npy, read row by row and written. */
@NullMarked
package io.brenier.platform.points;

import org.jspecify.annotations.NullMarked;
