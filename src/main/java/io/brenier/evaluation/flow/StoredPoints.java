package io.brenier.evaluation.flow;

import io.brenier.models.ResolvedModel;
import io.brenier.platform.Excerpt;
import io.brenier.platform.Ids;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.limits.MemoryClaims;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.samples.SampleSet;
import io.brenier.samples.SampleSets;
import io.brenier.transport.tensor.Points;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sample sets that a request names beside a model. */
@ConditionalOnRole(Role.API)
@Component
public class StoredPoints {

    private static final int LONGEST_ID = 40;

    /** Bytes for each byte of a stored set: what is read, a copy as it grows, and what is computed of it. */
    private static final int PER_STORED_BYTE = 4;

    private final SampleSets samples;
    private final MemoryClaims memory;

    StoredPoints(SampleSets samples, MemoryClaims memory) {
        this.samples = samples;
        this.memory = memory;
    }

    /**
     * The points of a set.
     *
     * @param pointer where its id stands in the request
     * @throws ProblemException sample_set_not_found, dimension_mismatch
     */
    public Points load(String id, ResolvedModel model, String pointer) {
        Optional<SampleSet> found = Ids.parse(id).flatMap(samples::find);
        SampleSet set = found.orElseThrow(() -> ProblemException.at(
                pointer,
                ProblemCode.SAMPLE_SET_NOT_FOUND,
                "there is no sample set '%s'; GET /v1/sample-sets lists those there are"
                        .formatted(Excerpt.of(id, LONGEST_ID))));
        if (set.dimension() != model.dimension()) {
            throw ProblemException.at(
                    pointer,
                    ProblemCode.DIMENSION_MISMATCH,
                    "the sample set has dimension %d; model '%s' maps R^%d"
                            .formatted(set.dimension(), model.model(), model.dimension()));
        }
        memory.take(PER_STORED_BYTE * set.size());
        return samples.load(set.id());
    }
}
