package io.brenier.evaluation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.brenier.evaluation.kernel.Conjugate;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.transport.conjugate.LbfgsSpec;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvaluationOptionsTest {

    private static final EvaluationOptions NONE = new EvaluationOptions(null, null, null, null);

    @Test
    void takesTheGuessUnlessAskedOtherwise() {
        assertThat(NONE.conjugate(1000)).isEqualTo(new Conjugate.Amortized());
        assertThat(NONE.and(members("{\"conjugate\": null}")).conjugate(1000)).isEqualTo(new Conjugate.Amortized());
    }

    @Test
    void refinesTightlyUnlessAskedOtherwise() {
        assertThat(new EvaluationOptions("refined", null, null, null).conjugate(1000))
                .isEqualTo(new Conjugate.Refined(LbfgsSpec.REFINED));
    }

    @Test
    void readsTheBodyAsTheQuery() {
        Map<String, JsonNode> members = members(
                "{\"conjugate\": \"refined\", \"tolerance\": 0.5, \"max_iterations\": 7, \"require_converged\": true}");

        assertThat(NONE.and(members)).isEqualTo(new EvaluationOptions("refined", .5, 7, true));
        assertThat(new EvaluationOptions("refined", .5, 7, true).and(members))
                .isEqualTo(new EvaluationOptions("refined", .5, 7, true));
        assertThat(NONE.and(members).conjugate(1000)).isEqualTo(new Conjugate.Refined(new LbfgsSpec(.5, 7, 30, 10)));
    }

    @Test
    void refusesABodyThatContradictsTheQuery() {
        refused(
                () -> new EvaluationOptions("amortized", null, null, null).and(members("{\"conjugate\": \"refined\"}")),
                "conjugate is amortized in the query and refined in the body");
    }

    @Test
    void refusesMembersOfAnotherType() {
        refused(() -> NONE.and(members("{\"conjugate\": 1}")), "conjugate is 1; it must be a string");
        refused(() -> NONE.and(members("{\"tolerance\": \"1\"}")), "it must be a number");
        refused(() -> NONE.and(members("{\"max_iterations\": 1.5}")), "it must be an integer");
        refused(() -> NONE.and(members("{\"max_iterations\": 3000000000}")), "it must be an integer");
        refused(() -> NONE.and(members("{\"require_converged\": 0}")), "it must be true or false");
    }

    @Test
    void refusesWhatIsImpossible() {
        refused(() -> new EvaluationOptions("exact", null, null, null).conjugate(1000), "amortized and refined");
        for (double tolerance : new double[] {0, -1, 1e-9, 1e9, Double.NaN, Double.POSITIVE_INFINITY}) {
            refused(
                    () -> new EvaluationOptions("refined", tolerance, null, null).conjugate(1000),
                    "tolerance is " + tolerance);
        }
        refused(() -> new EvaluationOptions("refined", null, 0, null).conjugate(1000), "1 to 1000");
        refused(() -> new EvaluationOptions("refined", null, 1001, null).conjugate(1000), "1 to 1000");
    }

    @Test
    void refusesWhatTheGuessDoesNotHeed() {
        refused(() -> new EvaluationOptions(null, .1, null, null).conjugate(1000), "conjugate=refined");
        refused(() -> new EvaluationOptions("amortized", null, 5, null).conjugate(1000), "conjugate=refined");
        refused(() -> new EvaluationOptions(null, null, null, true).conjugate(1000), "conjugate=refined");
    }

    private static void refused(Runnable call, String detail) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(call::run)
                .withMessageContaining(detail)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST));
    }

    private static Map<String, JsonNode> members(String json) {
        Map<String, JsonNode> members = new HashMap<>();
        JsonMapper.builder()
                .build()
                .readTree(json)
                .properties()
                .forEach(entry -> members.put(entry.getKey(), entry.getValue()));
        return members;
    }
}
