@NullMarked
package io.brenier.evaluation.cache;

import org.jspecify.annotations.NullMarked;
