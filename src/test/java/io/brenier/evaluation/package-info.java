@NullMarked
package io.brenier.evaluation;

import org.jspecify.annotations.NullMarked;
