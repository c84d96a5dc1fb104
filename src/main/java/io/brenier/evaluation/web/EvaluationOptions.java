package io.brenier.evaluation.web;

import io.brenier.evaluation.kernel.Conjugate;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.transport.conjugate.LbfgsSpec;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a client may say of how f* is found: in the query, or in a JSON body beside the points. */
public record EvaluationOptions(
        @Nullable String conjugate,
        @Nullable Double tolerance,
        @Nullable Integer maxIterations,
        @Nullable Boolean requireConverged) {

    private static final String CONJUGATE = "conjugate";
    private static final String TOLERANCE = "tolerance";
    private static final String MAX_ITERATIONS = "max_iterations";
    private static final String REQUIRE_CONVERGED = "require_converged";

    /** The members of a JSON body. */
    public static final Set<String> MEMBERS = Set.of(CONJUGATE, TOLERANCE, MAX_ITERATIONS, REQUIRE_CONVERGED);

    private static final double SMALLEST_TOLERANCE = 1e-8;
    private static final double LARGEST_TOLERANCE = 1e8;

    /**
     * These, and what a JSON body says.
     *
     * @throws ProblemException invalid_request if a member is not of its type, or says something else than the query
     */
    public EvaluationOptions and(Map<String, JsonNode> members) {
        QueryOrBody said = new QueryOrBody(members);
        return new EvaluationOptions(
                said.text(CONJUGATE, conjugate),
                said.number(TOLERANCE, tolerance),
                said.integer(MAX_ITERATIONS, maxIterations),
                said.truth(REQUIRE_CONVERGED, requireConverged));
    }

    /**
     * How f* is to be found.
     *
     * @param mostIterations that a client may ask for
     * @throws ProblemException invalid_request if the options are impossible or do not go together
     */
    public Conjugate conjugate(int mostIterations) {
        return switch (conjugate) {
            case null -> amortized();
            case "amortized" -> amortized();
            case "refined" ->
                new Conjugate.Refined(new LbfgsSpec(
                        checkedTolerance(),
                        checkedIterations(mostIterations),
                        LbfgsSpec.REFINED.maxLineSearch(),
                        LbfgsSpec.REFINED.memory()));
            default ->
                throw invalid(
                        CONJUGATE,
                        "conjugate is '%s'; allowed are amortized and refined".formatted(QueryOrBody.shown(conjugate)));
        };
    }

    /**
     * As {@link #conjugate}, where an answer means nothing without a converged conjugate: refined is the default, and all that is allowed.
     *
     * @throws ProblemException invalid_request
     */
    public Conjugate.Refined refined(int mostIterations) {
        EvaluationOptions asked =
                conjugate == null ? new EvaluationOptions("refined", tolerance, maxIterations, requireConverged) : this;
        return switch (asked.conjugate(mostIterations)) {
            case Conjugate.Refined refined -> refined;
            case Conjugate.Amortized _ ->
                throw invalid(CONJUGATE, "conjugate is amortized; here only refined is allowed, and the default");
        };
    }

    /** Whether rows that did not converge make the request fail. */
    public boolean mustConverge() {
        return requireConverged != null && requireConverged;
    }

    private Conjugate amortized() {
        String refinedOnly = tolerance != null ? TOLERANCE : maxIterations != null ? MAX_ITERATIONS : null;
        if (refinedOnly != null) {
            throw invalid(
                    refinedOnly,
                    refinedOnly + " is given, but only conjugate=refined heeds it; say that too or leave it away");
        }
        if (mustConverge()) {
            throw invalid(
                    REQUIRE_CONVERGED,
                    "require_converged is true, but with conjugate=amortized nothing is solved that could converge; ask for conjugate=refined");
        }
        return new Conjugate.Amortized();
    }

    private double checkedTolerance() {
        double given = tolerance == null ? LbfgsSpec.REFINED.gtol() : tolerance;
        if (!(given >= SMALLEST_TOLERANCE && given <= LARGEST_TOLERANCE)) {
            throw invalid(
                    TOLERANCE,
                    "tolerance is %s; allowed is %s to %s, as a part of the target's spread"
                            .formatted(given, SMALLEST_TOLERANCE, LARGEST_TOLERANCE));
        }
        return given;
    }

    private int checkedIterations(int most) {
        int given = maxIterations == null ? Math.min(most, LbfgsSpec.REFINED.maxIterations()) : maxIterations;
        if (given < 1 || given > most) {
            throw invalid(MAX_ITERATIONS, "max_iterations is %d; allowed is 1 to %d".formatted(given, most));
        }
        return given;
    }

    private static ProblemException invalid(String place, String detail) {
        return ProblemException.at(place, ProblemCode.INVALID_REQUEST, detail);
    }
}
