package io.brenier.samples;

import io.brenier.platform.points.PointsSink;
import io.brenier.transport.tensor.Points;
import java.util.Optional;
import java.util.UUID;

/** The stored sample sets, for other features. */
public interface SampleSets {

    Optional<SampleSet> find(UUID id);

    /**
     * As {@link #find}, and keeps the set from being deleted until the caller's transaction ends. Who stores a need for a set, looks it up
     * so: a deletion then either comes before, or sees the need. There must be a transaction.
     */
    Optional<SampleSet> findAndHold(UUID id);

    /**
     * Loads the points.
     *
     * @throws io.brenier.platform.ProblemException sample_set_not_found if there is no such set
     */
    Points load(UUID id);

    /**
     * Some of the points, drawn without replacement, always the same ones, in the order they are stored in; all of them where there are no more.
     * No more is kept in memory.
     *
     * @param most points to be drawn, at least 1
     * @throws io.brenier.platform.ProblemException sample_set_not_found if there is no such set
     */
    Points draw(UUID id, int most);

    /**
     * Hands on all the points, in the order they are stored in, and keeps none.
     *
     * @throws io.brenier.platform.ProblemException sample_set_not_found if there is no such set
     */
    void read(UUID id, PointsSink sink);
}
