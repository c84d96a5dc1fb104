/** Measures with exact samplers: by name, by parameters, and pairs whose Brenier map is known. The table is in docs/measures.md. */
@NullMarked
package io.brenier.transport.measure.named;

import org.jspecify.annotations.NullMarked;
