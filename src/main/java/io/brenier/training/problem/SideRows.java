package io.brenier.training.problem;

/**
 * Rows of one side of a problem.
 *
 * @param training to be learned from
 * @param validation to be scored on; 0: some of the others are held out
 */
public record SideRows(long training, long validation) {}
