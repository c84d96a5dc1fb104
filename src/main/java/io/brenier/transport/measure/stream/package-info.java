/**
 * Samples that do not fit into memory: shuffled once, on the disk, and read in stretches.
 *
 * <p>Why training on them is free of bias: the order of the file is a uniformly random permutation of the rows (the shuffle of Rao 1961 and Sandelius 1962: each row
 * goes to a bucket drawn at random, then each bucket is shuffled in memory). A window of W rows is a stretch of the file from a position drawn at random, round its end. Whatever
 * the permutation, each of the n stretches is as likely as any other and each row is in W of them: so each row is in a window with probability W/n. A batch of B rows holds each row of its window B/W times
 * on average, however it is drawn evenly from it: B/n in all, and the mean over a batch of any function has the mean over all rows as its expectation. Within a window rows differ and, the permutation being
 * random, are a draw without replacement, whose variance is at most that of independent draws. Rows of a window meet again in the batches of some steps: that correlates steps, and shifts none.
 */
@NullMarked
package io.brenier.transport.measure.stream;

import org.jspecify.annotations.NullMarked;
