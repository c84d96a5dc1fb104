package io.brenier.pictures;

import io.brenier.models.ModelResolver;
import io.brenier.models.ResolvedModel;
import io.brenier.platform.Excerpt;
import io.brenier.platform.Ids;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.samples.SampleSet;
import io.brenier.samples.SampleSets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sample sets that a picture shows: those that the request names, otherwise those that the model was trained on. */
@ConditionalOnRole(Role.API)
@Component
class TrainingSets {

    private final ModelResolver models;
    private final SampleSets samples;

    TrainingSets(ModelResolver models, SampleSets samples) {
        this.models = models;
        this.samples = samples;
    }

    /**
     * A set of the model's space.
     *
     * @param role source or target: the query's parameter and the provenance's member
     * @param given the set that the request names
     * @throws ProblemException sample_set_not_found, dimension_mismatch
     */
    UUID find(ResolvedModel model, String role, @Nullable String given) {
        if (given != null) {
            return named(model, role, given);
        }
        return trainedOn(model, role)
                .orElseThrow(() -> ProblemException.at(
                        role,
                        ProblemCode.SAMPLE_SET_NOT_FOUND,
                        "the %s samples that version %d of model '%s' learned from are not stored here; name a sample set of R^%d: %s=<its id>"
                                .formatted(role, model.version(), model.model(), model.dimension(), role)));
    }

    /**
     * The set that the request names.
     *
     * @param parameter that names it
     * @throws ProblemException sample_set_not_found, dimension_mismatch
     */
    UUID named(ResolvedModel model, String parameter, String given) {
        SampleSet set = Ids.parse(given)
                .flatMap(samples::find)
                .orElseThrow(() -> ProblemException.at(
                        parameter,
                        ProblemCode.SAMPLE_SET_NOT_FOUND,
                        "there is no sample set '%s'; GET /v1/sample-sets lists those there are"
                                .formatted(Excerpt.of(given, 60))));
        if (set.dimension() != model.dimension()) {
            throw ProblemException.at(
                    parameter,
                    ProblemCode.DIMENSION_MISMATCH,
                    "sample set %s lies in R^%d; model '%s' maps R^%d"
                            .formatted(set.id(), set.dimension(), model.model(), model.dimension()));
        }
        return set.id();
    }

    /** The set that the model was trained on, where it still is there. */
    Optional<UUID> trainedOn(ResolvedModel model, String role) {
        return models.provenance(model).get(role) instanceof Map<?, ?> data
                        && data.get("sample_set") instanceof String id
                ? Ids.parse(id)
                        .flatMap(samples::find)
                        .filter(set -> set.dimension() == model.dimension())
                        .map(SampleSet::id)
                : Optional.empty();
    }
}
