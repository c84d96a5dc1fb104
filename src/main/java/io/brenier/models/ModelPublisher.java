package io.brenier.models;

/** Puts model versions into the registry. */
public interface ModelPublisher {

    /**
     * Publishes a version in the caller's transaction and numbers it, from 1 up within its model. A job publishes at most once: a second call
     * with the same job id returns what the first made.
     *
     * @throws io.brenier.platform.ProblemException dimension_mismatch if the model's other versions map another space
     */
    ModelVersionId publish(NewModelVersion version);

    /** @throws io.brenier.platform.ProblemException invalid_request for a name that cannot be one, dimension_mismatch as above */
    void checkPublishable(String model, @org.jspecify.annotations.Nullable String alias, int dimension);
}
