@NullMarked
package io.brenier.evaluation.kernel;

import org.jspecify.annotations.NullMarked;
