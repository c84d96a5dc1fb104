/** Evaluation over HTTP, in every format that points travel in. */
@NullMarked
package io.brenier.evaluation.web;

import org.jspecify.annotations.NullMarked;
