package io.brenier.transport.dual;

/**
 * Everything a run needs to go on as if it had not been interrupted, bit for bit.
 *
 * @param step how many steps were made
 * @param content a self-describing, versioned and checksummed archive of parameters, optimiser state and the best pair so far; not copied
 */
public record Checkpoint(long step, byte[] content) {}
