/** A fleet under faults: what is accepted must come to its end once, whatever dies or stalls meanwhile. */
@NullMarked
package io.brenier.bench.chaos;

import org.jspecify.annotations.NullMarked;
