package io.brenier.transport.measure.stream;

import io.brenier.transport.tensor.Points;

/** Many samples in random order, which need not lie in memory. */
public interface SampleStream {

    long rows();

    int dimension();

    /**
     * A stretch of the samples, which go on from the first after the last.
     *
     * @param from position of the stretch's first row, 0 to rows − 1
     * @param count of the stretch's rows
     */
    Points stretch(long from, int count);
}
