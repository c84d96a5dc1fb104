/** Models in memory: loaded once, kept while they are used, bounded by bytes. */
@NullMarked
package io.brenier.evaluation.cache;

import org.jspecify.annotations.NullMarked;
