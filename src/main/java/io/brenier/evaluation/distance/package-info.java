/** The distance of two sets by a model that maps between them. */
@NullMarked
package io.brenier.evaluation.distance;

import org.jspecify.annotations.NullMarked;
