/** What carries jobs out: the queue's task, the run of an attempt, publication, shutdown, meters. */
@NullMarked
package io.brenier.training.run;

import org.jspecify.annotations.NullMarked;
