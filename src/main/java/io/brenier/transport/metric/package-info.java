/** How far a learned map is from what it should be. */
@NullMarked
package io.brenier.transport.metric;

import org.jspecify.annotations.NullMarked;
