package io.brenier.models;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts model versions into the registry. */
public interface ModelPublisher {

    /**
     * Publishes a version in the caller's transaction and numbers it, from 1 up within its model. A job publishes at most once: a second call
     * with the same job id returns what the first made.
     *
     * @throws io.brenier.platform.ProblemException dimension_mismatch if the model's other versions map another space, model_name_taken
     *     if the model is another owner's
     */
    ModelVersionId publish(NewModelVersion version);

    /**
     * Publishes, in the caller's transaction, what serves until the job's {@link #publish} takes its place under the same number. It is the
     * model's default only where there is no other version, and takes the alias only where that points nowhere yet. A job has one: a second call
     * returns what the first made.
     *
     * @throws io.brenier.platform.ProblemException dimension_mismatch and model_name_taken as above
     */
    ModelVersionId publishProvisional(NewModelVersion version);

    /**
     * Points an alias to a version, in the caller's transaction.
     *
     * @return false where there is no such version, and nothing was changed
     */
    boolean pointAlias(String model, String alias, int version);

    /** Takes back the job's provisional version, if it has one, in the caller's transaction. */
    void withdraw(UUID jobId);

    /** @throws io.brenier.platform.ProblemException invalid_request for a name that cannot be one, dimension_mismatch and model_name_taken as above */
    void checkPublishable(String owner, String model, @Nullable String alias, int dimension);
}
