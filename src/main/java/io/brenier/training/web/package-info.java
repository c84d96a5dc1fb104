/** The HTTP resources of training jobs. */
@NullMarked
package io.brenier.training.web;

import org.jspecify.annotations.NullMarked;
