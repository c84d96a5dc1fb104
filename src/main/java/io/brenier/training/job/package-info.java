/** A training job as a thing of the domain: its plan, its states and its verbs. */
@NullMarked
package io.brenier.training.job;

import org.jspecify.annotations.NullMarked;
