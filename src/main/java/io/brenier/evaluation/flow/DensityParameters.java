package io.brenier.evaluation.flow;

import io.brenier.evaluation.web.QueryOrBody;
import io.brenier.platform.Excerpt;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.transport.flow.ExactLogDeterminant;
import io.brenier.transport.flow.LanczosLogDeterminant;
import io.brenier.transport.flow.LogDeterminant;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.BindParam;
import tools.jackson.databind.JsonNode;

/** What a density takes in its query beside what every evaluation takes. */
@ParameterObject
record DensityParameters(
        @Parameter(
                description =
                        "Type of the base where it needs no numbers: gaussian, the standard one; fitted_gaussian, of the sample_set.",
                schema = @Schema(allowableValues = {"gaussian", "fitted_gaussian"}))
        @Nullable
        String base,

        @Parameter(name = "sample_set", description = "Sample set of the base.") @BindParam("sample_set") @Nullable
        String sampleSet,

        @Parameter(
                name = "log_det",
                description =
                        "exact: by the whole Hessian; stochastic: by Lanczos quadrature, with a standard error. By default exact up to 128 dimensions.",
                schema = @Schema(allowableValues = {"exact", "stochastic"}))
        @BindParam("log_det")
        @Nullable
        String logDet,

        @Parameter(description = "Stochastic only: probes a row, 2 to 256. Default 16.") @Nullable
        Integer probes,

        @Parameter(description = "Stochastic only: seed of the probes. Default 0.") @Nullable
        Long seed) {

    static final Set<String> MEMBERS = Set.of("log_det", "probes", "seed");

    /** Up to here the exact way costs no more products than the other. */
    private static final int EXACT_UP_TO = 128;

    private static final int MOST_EXACT = 2_048;
    private static final int MOST_PROBES = 256;
    private static final int STEPS = 32;

    /** @throws ProblemException invalid_request if the options of query and body are impossible or do not go together */
    LogDeterminant logDeterminant(Map<String, JsonNode> members, int dimension) {
        QueryOrBody said = new QueryOrBody(members);
        String way = said.text("log_det", logDet);
        Integer probesGiven = said.integer("probes", probes);
        Long seedGiven = said.longInteger("seed", seed);
        boolean exact = switch (way) {
            case null -> dimension <= EXACT_UP_TO;
            case "exact" -> true;
            case "stochastic" -> false;
            default ->
                throw invalid(
                        "log_det", "log_det is '%s'; allowed are exact and stochastic".formatted(Excerpt.of(way, 60)));
        };
        if (exact) {
            requireNone(probesGiven, "probes");
            requireNone(seedGiven, "seed");
            if (dimension > MOST_EXACT) {
                throw invalid(
                        "log_det",
                        "exact is possible up to %d dimensions, the model has %d; ask for stochastic"
                                .formatted(MOST_EXACT, dimension));
            }
            return new ExactLogDeterminant();
        }
        int used = probesGiven == null ? LanczosLogDeterminant.DEFAULT.probes() : probesGiven;
        if (used < 2 || used > MOST_PROBES) {
            throw invalid("probes", "probes is %d; allowed is 2 to %d".formatted(used, MOST_PROBES));
        }
        return new LanczosLogDeterminant(used, STEPS, seedGiven == null ? 0 : seedGiven);
    }

    private static void requireNone(@Nullable Object given, String name) {
        if (given != null) {
            throw invalid(
                    name, name + " is given, but only log_det=stochastic heeds it; say that too or leave it away");
        }
    }

    private static ProblemException invalid(String name, String detail) {
        return ProblemException.at("/" + name, ProblemCode.INVALID_REQUEST, detail);
    }
}
