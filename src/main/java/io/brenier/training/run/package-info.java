/** What carries a job out: the run of an attempt, its checkpoints, its model, its meters. */
@NullMarked
package io.brenier.training.run;

import org.jspecify.annotations.NullMarked;
