package io.brenier.evaluation.flow;

import io.brenier.models.ResolvedModel;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.web.JsonProblems;
import io.brenier.platform.wire.Members;
import io.brenier.platform.wire.Words;
import io.brenier.transport.measure.Moments;
import io.brenier.transport.measure.named.DensityMeasure;
import io.brenier.transport.measure.named.EmpiricalMeasure;
import io.brenier.transport.measure.named.GaussianMeasure;
import io.brenier.transport.measure.named.Measure;
import io.brenier.transport.tensor.Points;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The measures that a client may have moved. */
@ConditionalOnRole(Role.API)
@Component
class Bases {

    static final String MEMBER = "base";

    private static final String POINTER = "/base";
    private static final String SAMPLE_SET = "sample_set";
    private static final List<String> TYPES = List.of("gaussian", "gaussian_mixture", "fitted_gaussian", SAMPLE_SET);

    private final StoredPoints samples;
    private final JsonMapper json;

    Bases(StoredPoints samples, JsonMapper json) {
        this.samples = samples;
        this.json = json;
    }

    /** Out of the query, which can name a type and a sample set only, or out of a JSON body. */
    BaseJson read(@Nullable String type, @Nullable String sampleSet, @Nullable JsonNode member) {
        boolean inQuery = type != null || sampleSet != null;
        boolean inBody = member != null && !member.isNull();
        if (inQuery && inBody) {
            throw invalid("base is in the query and in the body; say it once");
        }
        if (!inQuery && !inBody) {
            throw invalid(
                    "base is missing: the measure that is moved, such as {\"type\": \"gaussian\"}, the standard Gaussian");
        }
        if (!inBody) {
            return BaseJson.of(type == null ? SAMPLE_SET : type, sampleSet);
        }
        try {
            return json.convertValue(Map.of(MEMBER, member), Holder.class).base();
        } catch (JacksonException unreadable) {
            throw JsonProblems.describe(unreadable);
        }
    }

    /** @throws ProblemException invalid_spec, sample_set_not_found, dimension_mismatch, constant_column */
    Measure measure(BaseJson asked, ResolvedModel model) {
        String type = asked.type();
        if (type == null) {
            throw invalid("type is missing; allowed is: %s".formatted(String.join(", ", TYPES)));
        }
        return switch (type) {
            case "gaussian" -> {
                requireTaken(asked, type, "mean", "covariance", "deviations", "scale");
                yield GaussianBases.gaussian(asked, model.dimension());
            }
            case "gaussian_mixture" -> {
                requireTaken(asked, type, "means", "covariances", "scale", "weights");
                yield GaussianBases.mixture(asked, model.dimension());
            }
            case "fitted_gaussian" -> {
                requireTaken(asked, type, SAMPLE_SET);
                yield fitted(points(asked, model));
            }
            case SAMPLE_SET -> {
                requireTaken(asked, type, SAMPLE_SET);
                yield new EmpiricalMeasure(points(asked, model));
            }
            default -> throw Words.notAllowed(type, TYPES, POINTER + "/type");
        };
    }

    /** @throws ProblemException as above, and invalid_spec if the measure has no density */
    DensityMeasure density(BaseJson asked, ResolvedModel model) {
        if (measure(asked, model) instanceof DensityMeasure known) {
            return known;
        }
        throw ProblemException.at(
                POINTER + "/type",
                ProblemCode.INVALID_SPEC,
                "a sample_set has no density; fitted_gaussian has that of the Gaussian of its moments");
    }

    private static GaussianMeasure fitted(Points points) {
        return GaussianMeasure.of(Moments.of(points))
                .orElseThrow(() -> ProblemException.at(
                        POINTER + "/sample_set",
                        ProblemCode.CONSTANT_COLUMN,
                        "the samples vary in fewer than their %d dimensions: the Gaussian of their moments has no density"
                                .formatted(points.dimension())));
    }

    private Points points(BaseJson asked, ResolvedModel model) {
        String given = asked.sampleSet();
        if (given == null) {
            throw ProblemException.at(
                    POINTER + "/sample_set", ProblemCode.INVALID_SPEC, "the id of a sample set is missing");
        }
        return samples.load(given, model, POINTER + "/sample_set");
    }

    private static void requireTaken(BaseJson asked, String type, String... members) {
        Members.requireTaken(asked, type, Set.of(members), POINTER);
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.at(POINTER, ProblemCode.INVALID_SPEC, detail);
    }

    /** So that pointers into the request begin with the member's name. */
    private record Holder(BaseJson base) {}
}
