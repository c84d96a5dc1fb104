package io.brenier.training.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.transport.dual.AutoSpec;
import io.brenier.transport.dual.EnotSpec;
import io.brenier.transport.dual.GaussianSpec;
import io.brenier.transport.dual.SolverSpec;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.network.PotentialStart;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class SolverSpecsTest {

    private static final SampleSizes SIZES = new SampleSizes(3, 500);
    private static final W2DualSpec DEFAULTS = W2DualSpec.defaults(3, 500);
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    @Test
    void nothingGivenMeansTheDefaults() {
        assertThat(SolverSpecs.effective(null, SIZES)).isEqualTo(AutoSpec.DEFAULT);
        assertThat(effective("{\"type\": \"auto\"}")).isEqualTo(AutoSpec.DEFAULT);
        assertThat(effective("{}")).isEqualTo(DEFAULTS);
    }

    @Test
    void autoByStepsAloneHasNoTimeBudget() {
        assertThat(effective("{\"type\": \"auto\", \"steps\": 300}")).isEqualTo(new AutoSpec(0, 300));
        assertThat(effective("{\"type\": \"auto\", \"budget_seconds\": 5}"))
                .isEqualTo(new AutoSpec(5, AutoSpec.DEFAULT.steps()));
    }

    @Test
    void whatIsGivenReplacesItsDefaultAlone() {
        W2DualSpec spec = (W2DualSpec) effective("""
                {"steps": 10, "potential": {"hidden": [8]}, "optimizer": {"type": "adam", "betas": [0.5, 0.9]}}""");
        assertThat(spec.steps()).isEqualTo(10);
        assertThat(spec.potential()).isEqualTo(new MlpSpec(List.of(8), Activation.ELU, PotentialStart.GAUSSIAN));
        assertThat(spec.optimizer().beta1()).isEqualTo(0.5);
        assertThat(spec.optimizer().learningRate())
                .isEqualTo(DEFAULTS.optimizer().learningRate());
        assertThat(spec.loop()).isEqualTo(DEFAULTS.loop().withSteps(10));
    }

    @Test
    void textAndBackIsTheSameSpec() {
        assertThat(SolverSpecs.parse(SolverSpecs.format(DEFAULTS))).isEqualTo(DEFAULTS);
        assertThat(SolverSpecs.parse(SolverSpecs.format(new GaussianSpec()))).isEqualTo(new GaussianSpec());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"identity\"}",
                "{\"type\": \"entropic\"}",
                "{\"type\": \"entropic\", \"epsilon\": 0.1, \"debias\": 0, \"distillation\": {\"steps\": 5}}",
                "{\"type\": \"entropic\", \"start\": \"gaussian\"}",
                "{\"type\": \"progressive\", \"stages\": 3, \"epsilon\": 2}",
                "{\"type\": \"mixture\", \"components\": 2}"
            })
    void instantSolversGoThereAndBack(String json) {
        SolverSpec spec = effective(json);

        assertThat(SolverSpecs.parse(SolverSpecs.format(spec))).isEqualTo(spec);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\": \"entropic\", \"epsilon\": 0} | /solver/epsilon",
                "{\"type\": \"entropic\", \"max_points\": 1} | /solver/max_points",
                "{\"type\": \"entropic\", \"debias\": 2} | /solver/debias",
                "{\"type\": \"entropic\", \"distillation\": {\"steps\": 0}} | /solver/distillation/steps",
                "{\"type\": \"progressive\", \"stages\": 1} | /solver/stages",
                "{\"type\": \"progressive\", \"first_epsilon\": 0.01} | /solver/first_epsilon",
                "{\"type\": \"mixture\", \"components\": 0} | /solver/components",
                "{\"type\": \"mixture\", \"epsilon\": 1} | /solver/epsilon"
            })
    void instantSolversPointAtWhatTheyRefuse(String json, String pointer) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> effective(json))
                .satisfies(refusal ->
                        assertThat(refusal.errors().getFirst().pointer()).isEqualTo(pointer));
    }

    /** As the release before the solvers had mappers of their own wrote them. */
    @Test
    void plansOfOlderDatabasesAreStillRead() {
        assertThat(SolverSpecs.parse("""
                {"type":"w2-dual","potential":{"type":"mlp","hidden":[64,64,64],"activation":"elu","init":"gaussian"},\
                "amortizer":{"type":"mlp-map","hidden":[64,64,64],"activation":"elu","init":"gaussian"},\
                "amortization_loss":"regression","conjugate":{"type":"lbfgs","gtol":0.02,"max_iterations":30,\
                "max_line_search":10,"memory":10},"optimizer":{"type":"soap","learning_rate":0.01,"betas":[0.9,0.95],\
                "weight_decay":0.0,"warm_up":100,"schedule":"cosine","final_fraction":0.001},"steps":2000,"batch_size":400,\
                "log_every":50,"validate_every":100,"checkpoint_every":500,"averaging":0.99,\
                "batch_noise":{"first":0.4,"last":0.1}}""")).isEqualTo(DEFAULTS);
        assertThat(SolverSpecs.parse("{\"type\":\"gaussian\"}")).isEqualTo(new GaussianSpec());
    }

    @ParameterizedTest
    @ValueSource(strings = {"icgn", "not", "reg-not"})
    void solversToComeAreUnsupported(String type) {
        refuses("{\"type\": \"%s\"}".formatted(type), ProblemCode.UNSUPPORTED, "/solver/type", "auto, w2-dual, enot");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type': 'w2-duall'} | INVALID_SPEC | /solver/type | Did you mean \"w2-dual\"?",
                "{'potential': {'hidden': [0]}} | INVALID_SPEC | /solver/potential/hidden | 1 to 4096",
                "{'potential': {'hidden': []}} | INVALID_SPEC | /solver/potential/hidden | 1 to 16",
                "{'potential': {'hidden': [null]}} | INVALID_SPEC | /solver/potential/hidden | null",
                "{'type': 'enot', 'valley_search_every': -1} | INVALID_SPEC | /solver/valley_search_every | -1 is given; allowed is 0 or more",
                "{'type': 'w2-dual', 'valley_search_every': 5} | INVALID_SPEC | /solver/valley_search_every | takes no",
                "{'potential': {'type': 'conv'}} | UNSUPPORTED | /solver/potential/type | icnn",
                "{'potential': {'type': 'icnm'}} | INVALID_SPEC | /solver/potential/type | Did you mean \"icnn\"?",
                "{'potential': {'type': 'icnn', 'units': 3}} | INVALID_SPEC | /solver/potential/units | hidden",
                "{'potential': {'type': 'icnn', 'rank': 65}} | INVALID_SPEC | /solver/potential/rank | 64",
                "{'potential': {'type': 'icnn', 'activation': 'tanh'}} | INVALID_SPEC | /solver/potential/activation | softplus",
                "{'potential': {'type': 'icnn', 'beta': 2}} | INVALID_SPEC | /solver/potential/beta | positive_weights is true",
                "{'potential': {'type': 'icnn', 'positive_weights': false, 'positivity': 'projection'}} | INVALID_SPEC | /solver/potential/positivity | false",
                "{'potential': {'type': 'icnn', 'positive_weights': false, 'beta': 0}} | INVALID_SPEC | /solver/potential/beta | 1000000",
                "{'potential': {'type': 'icgn', 'quadrature_nodes': 1}} | INVALID_SPEC | /solver/potential/quadrature_nodes | 2",
                "{'potential': {'type': 'hycnn', 'temperature': 0}} | INVALID_SPEC | /solver/potential/temperature | 1000",
                "{'potential': {'rank': 2}} | INVALID_SPEC | /solver/potential/rank | hidden",
                "{'potential': {'activation': 'relu'}} | INVALID_SPEC | /solver/potential/activation | elu",
                "{'potential': {'init': 'entropic'}} | UNSUPPORTED | /solver/potential/init | gaussian",
                "{'amortizer': {'type': 'conv'}} | UNSUPPORTED | /solver/amortizer/type | mlp",
                "{'amortizer': {'type': 'none', 'hidden': [8]}} | INVALID_SPEC | /solver/amortizer/hidden | init",
                "{'amortizer': {'type': 'none'}, 'amortization_loss': 'cycle'} | INVALID_SPEC | /solver/amortization_loss | does not learn",
                "{'amortizer': {'type': 'none'}, 'conjugate': {'type': 'none'}} | INVALID_SPEC | /solver/conjugate | at least one",
                "{'amortizer': {'type': 'none'}, 'updates': 'alternating'} | INVALID_SPEC | /solver/updates | parallel",
                "{'potential': {'type': 'mlp-map'}, 'amortizer': {'type': 'mlp-map'}} | INVALID_SPEC | /solver/amortizer/type | one at least",
                "{'amortization_loss': 'cyclic'} | INVALID_SPEC | /solver/amortization_loss | regression, objective, cycle",
                "{'amortization_weight': 0} | INVALID_SPEC | /solver/amortization_weight | above 0",
                "{'cycle_regularized': true} | INVALID_SPEC | /solver/cycle_regularized | cycle loss",
                "{'updates': 'parallel', 'inner_steps': 2} | INVALID_SPEC | /solver/inner_steps | alternating",
                "{'inner_steps': 0} | INVALID_SPEC | /solver/inner_steps | 1",
                "{'back_and_forth': true} | INVALID_SPEC | /solver/back_and_forth | two potentials",
                "{'amortizer': {'type': 'mlp'}, 'updates': 'alternating', 'back_and_forth': true} | INVALID_SPEC | /solver/back_and_forth | parallel",
                "{'budget_seconds': -1} | INVALID_SPEC | /solver/budget_seconds | 0 to",
                "{'conjugate': {'type': 'newton'}} | INVALID_SPEC | /solver/conjugate/type | lbfgs, adam, none",
                "{'conjugate': {'type': 'none', 'gtol': 0.1}} | INVALID_SPEC | /solver/conjugate/gtol | no other member",
                "{'conjugate': {'learning_rate': 0.1}} | INVALID_SPEC | /solver/conjugate/learning_rate | memory",
                "{'conjugate': {'type': 'adam', 'memory': 5}} | INVALID_SPEC | /solver/conjugate/memory | betas",
                "{'conjugate': {'type': 'adam', 'betas': [0.9]}} | INVALID_SPEC | /solver/conjugate/betas | two numbers",
                "{'conjugate': {'type': 'adam', 'max_iterations': 0}} | INVALID_SPEC | /solver/conjugate/max_iterations | at least 1",
                "{'amortizer_optimizer': {'learning_rate': 0}} | INVALID_SPEC | /solver/amortizer_optimizer/learning_rate | above 0",
                "{'conjugate': {'gtol': 0}} | INVALID_SPEC | /solver/conjugate/gtol | positive",
                "{'conjugate': {'max_line_search': 0}} | INVALID_SPEC | /solver/conjugate/max_line_search | at least 1",
                "{'optimizer': {'learning_rate': 0}} | INVALID_SPEC | /solver/optimizer/learning_rate | above 0",
                "{'optimizer': {'betas': [0.9]}} | INVALID_SPEC | /solver/optimizer/betas | two numbers",
                "{'optimizer': {'betas': [0.9, 1.0]}} | INVALID_SPEC | /solver/optimizer/betas | below 1",
                "{'optimizer': {'type': 'adam', 'weight_decay': 0.1}} | INVALID_SPEC | /solver/optimizer/weight_decay | AdamW, SOAP and Muon",
                "{'optimizer': {'type': 'sgd', 'betas': [0.9, 0.95]}} | INVALID_SPEC | /solver/optimizer/betas | no moments",
                "{'optimizer': {'schedule': 'constant', 'final_fraction': 0.1}} | INVALID_SPEC | /solver/optimizer/final_fraction | constant",
                "{'optimizer': {'clip_norm': -1}} | INVALID_SPEC | /solver/optimizer/clip_norm | 0 (any norm) or above",
                "{'optimizer': {'type': 'adamm'}} | INVALID_SPEC | /solver/optimizer/type | Did you mean \"adam\"?",
                "{'steps': -1} | INVALID_SPEC | /solver/steps | 0 to",
                "{'patience': -1} | INVALID_SPEC | /solver/patience | at least 0",
                "{'type': 'auto', 'patience': 3} | INVALID_SPEC | /solver/patience | budget_seconds",
                "{'type': 'gaussian', 'patience': 3} | INVALID_SPEC | /solver/patience | no other member",
                "{'batch_size': 0} | INVALID_SPEC | /solver/batch_size | 1 to",
                "{'averaging': 1} | INVALID_SPEC | /solver/averaging | below 1",
                "{'batch_noise': {'first': 0.1, 'last': 0.2}} | INVALID_SPEC | /solver/batch_noise | at most the first",
                "{'type': 'gaussian', 'steps': 5} | INVALID_SPEC | /solver/steps | no other member",
            })
    void impossibleSettingsAreNamedWithWhatIsAllowed(String solver, ProblemCode code, String pointer, String told) {
        refuses(solver.replace('\'', '"'), code, pointer, told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"w2-dual", "enot"})
    void whatTrainsTakesAPatienceAndHasNoneByDefault(String type) {
        SolverSpec patient = effective("{\"type\": \"%s\", \"patience\": 4}".formatted(type));

        assertThat(SolverSpecs.json(patient).patience()).isEqualTo(4);
        assertThat(SolverSpecs.parse(SolverSpecs.format(patient))).isEqualTo(patient);
        assertThat(SolverSpecs.json(effective("{\"type\": \"%s\"}".formatted(type)))
                        .patience())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 50})
    void enotTakesHowOftenItSearchesForFarValleys(int every) {
        SolverSpec searching = effective("{\"type\": \"enot\", \"valley_search_every\": %d}".formatted(every));

        assertThat(searching)
                .isInstanceOfSatisfying(
                        EnotSpec.class,
                        spec -> assertThat(spec.valleySearchEvery()).isEqualTo(every));
        assertThat(SolverSpecs.json(searching).valleySearchEvery()).isEqualTo(every);
        assertThat(SolverSpecs.parse(SolverSpecs.format(searching))).isEqualTo(searching);
    }

    @Test
    void enotOfOlderDatabasesSearchesAsByDefault() {
        SolverSpec usual = effective("{\"type\": \"enot\"}");
        String text = SolverSpecs.format(usual);
        String older = text.replace("\"valley_search_every\":50,", "");

        assertThat(older).isNotEqualTo(text);
        assertThat(SolverSpecs.parse(older)).isEqualTo(usual);
    }

    @Test
    void everyMemberThatTheTypeDoesNotTakeIsNamed() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> effective("""
                        {"type": "gaussian", "potential": {"hidden": [8]}, "batch_size": 7}"""))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .extracting(ProblemException.FieldProblem::pointer)
                        .containsExactlyInAnyOrder("/solver/potential", "/solver/batch_size"));
    }

    @Test
    void aBatchLargerThanTheSamplesIsRefused() {
        SolverSpec spec = effective("{\"batch_size\": 400}");
        SolverSpecs.requireFitting(spec, 400);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> SolverSpecs.requireFitting(spec, 399))
                .withMessageContaining("1 to 399");
    }

    private static void refuses(String solver, ProblemCode code, String pointer, String told) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> effective(solver))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.errors().getFirst().pointer()).isEqualTo(pointer);
                    assertThat(refusal.detail()).contains(told);
                });
    }

    /** Of w2-dual, where no type is given. */
    private static SolverSpec effective(String given) {
        String solver = given.contains("\"type\"") && given.indexOf("\"type\"") == 1
                ? given
                : given.replaceFirst("\\{", given.equals("{}") ? "{\"type\": \"w2-dual\"" : "{\"type\": \"w2-dual\", ");
        return SolverSpecs.effective(JSON.readValue(solver, SolverJson.class), SIZES);
    }
}
