/**
 * Samples that do not fit into memory: shuffled once, on the disk, and read in stretches.
 *
 * <p>Why training on them is free of bias: the order of the file is a uniformly random permutation of the rows (the shuffle of Rao 1961 and Sandelius 1962: each row
 * goes to a bucket drawn at random, then each bucket is shuffled in memory). A batch is a stretch of the file from a position drawn at random, round its end. Whatever
 * the permutation, each of the n stretches is as likely as any other and each row is in B of them: so each row is in a batch with probability B/n, and the mean over a batch
 * of any function has the mean over all rows as its expectation. Within a batch rows differ and, the permutation being random, are a draw without replacement, whose
 * variance is at most that of independent draws. Neighbours in the file meet again in later batches: that correlates steps, and shifts none.
 */
@NullMarked
package io.brenier.transport.measure.stream;

import org.jspecify.annotations.NullMarked;
