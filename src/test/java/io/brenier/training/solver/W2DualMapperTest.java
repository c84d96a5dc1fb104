package io.brenier.training.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.training.solver.json.SolverJson;
import io.brenier.transport.amortization.AmortizerSpec;
import io.brenier.transport.dual.Side;
import io.brenier.transport.dual.SolverSpec;
import io.brenier.transport.dual.UpdateSpec;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.network.MlpSpec;
import io.brenier.transport.optimizer.OptimizerSpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The settings of w2-dual alone; what it refuses is with the other solvers' refusals. */
class W2DualMapperTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'amortizer': {'type': 'mlp', 'hidden': [8]}, 'back_and_forth': true, 'amortization_loss': 'objective'}",
                "{'potential': {'type': 'mlp-map', 'hidden': [8]}, 'amortizer': {'hidden': [9]}, 'optimizer': {'learning_rate': 0.5}, 'amortizer_optimizer': {'type': 'adam'}}",
                "{'amortizer': {'type': 'none', 'init': 'identity'}, 'conjugate': {'type': 'adam', 'betas': [0.5, 0.6], 'final_fraction': 0.5}}",
                "{'conjugate': {'type': 'none'}, 'amortization_loss': 'cycle', 'cycle_regularized': true, 'amortization_weight': 7}",
                "{'potential': {'type': 'icnn', 'hidden': [8, 4], 'rank': 2, 'positivity': 'projection', 'start_scale': 0.1}, 'amortizer': {'type': 'icnn', 'positive_weights': false, 'beta': 2.5}}",
                "{'potential': {'type': 'act-norm-icnn', 'act_norm': false, 'activation': 'softplus'}, 'amortizer': {'type': 'dense-icnn', 'rank': 3}}",
                "{'potential': {'type': 'hycnn', 'temperature': 0.5, 'init': 'identity'}, 'amortizer': {'type': 'potential-nn', 'activation': 'tanh'}}",
                "{'potential': {'type': 'icgn', 'units': 7, 'quadratic': false}, 'amortizer': {'type': 'modular', 'modules': 2, 'units': 5}}",
                "{'potential': {'type': 'icgn', 'activation': 'tanh', 'quadrature_nodes': 8}}",
                "{'inner_steps': 10, 'budget_seconds': 60, 'validate_every': 0, 'patience': 5}",
            })
    void everySettingComesBackFromText(String solver) {
        SolverSpec spec = effective(solver.replace('\'', '"'));

        assertThat(SolverSpecs.parse(SolverSpecs.format(spec))).isEqualTo(spec);
    }

    @Test
    void aMapForThePotentialSwapsTheRoles() {
        W2DualSpec spec = (W2DualSpec) effective("""
                {"potential": {"type": "mlp-map", "hidden": [8]}, "amortizer": {"hidden": [9]},
                 "optimizer": {"learning_rate": 0.5}, "amortizer_optimizer": {"type": "adam"}}""");

        assertThat(spec.side()).isEqualTo(Side.TARGET);
        assertThat(spec.potential())
                .isInstanceOfSatisfying(
                        MlpSpec.class, mlp -> assertThat(mlp.hidden()).isEqualTo(List.of(9)));
        assertThat(spec.optimizer().type()).isEqualTo(OptimizerSpec.Type.ADAM);
        assertThat(spec.amortization().optimizer().learningRate()).isEqualTo(0.5);
        assertThat(spec.amortization().amortizer())
                .isInstanceOfSatisfying(
                        AmortizerSpec.OfMap.class,
                        map -> assertThat(map.network().hidden()).isEqualTo(List.of(8)));
    }

    @Test
    void theAmortizersOptimiserIsThePotentialsWhereNoneIsGiven() {
        W2DualSpec spec = (W2DualSpec) effective("""
                {"optimizer": {"type": "adam", "learning_rate": 0.5}, "inner_steps": 5}""");

        assertThat(spec.amortization().optimizer()).isEqualTo(spec.optimizer());
        assertThat(spec.updates()).isEqualTo(new UpdateSpec(UpdateSpec.Order.ALTERNATING, 5, false));
    }

    private static SolverSpec effective(String given) {
        String solver = given.replaceFirst("\\{", "{\"type\": \"w2-dual\", ");
        return SolverSpecs.effective(JSON.readValue(solver, SolverJson.class), new SampleSizes(3, 500));
    }
}
