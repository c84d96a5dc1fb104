@NullMarked
package io.brenier.evaluation.flow;

import org.jspecify.annotations.NullMarked;
