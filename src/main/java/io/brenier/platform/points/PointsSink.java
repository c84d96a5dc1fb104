package io.brenier.platform.points;

import java.io.IOException;

/** Takes points one by one, as they are read. */
@FunctionalInterface
public interface PointsSink {

    /**
     * Takes the next point.
     *
     * @param values the buffer that the point lies in, used again for the next one
     * @param dimension number of columns, the same for every point of a body
     */
    void row(float[] values, int dimension) throws IOException;
}
