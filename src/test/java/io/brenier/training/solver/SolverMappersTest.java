package io.brenier.training.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.platform.wire.Filled;
import io.brenier.training.solver.json.SolverJson;
import io.brenier.transport.dual.SolverSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every solver type, those to come included. */
class SolverMappersTest {

    private static final List<SolverMapper<?>> MAPPERS = SolverSpecs.MAPPERS;
    private static final SampleSizes SIZES = new SampleSizes(5, 3_000);
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    @Test
    void everySpecHasItsMapper() {
        assertThat(MAPPERS).extracting(SolverMapper::spec).containsExactlyInAnyOrder((Class[])
                SolverSpec.class.getPermittedSubclasses());
        assertThat(MAPPERS)
                .extracting(SolverMapper::type)
                .doesNotHaveDuplicates()
                .contains(SolverSpecs.DEFAULT_TYPE);
    }

    @ParameterizedTest
    @FieldSource("MAPPERS")
    void theTypeAloneGivesASpecThatSurvivesItsText(SolverMapper<?> mapper) {
        SolverSpec spec = defaults(mapper);
        assertThat(spec).isInstanceOf(mapper.spec());
        assertThat(SolverSpecs.type(spec)).isEqualTo(mapper.type());
        assertThat(SolverSpecs.parse(SolverSpecs.format(spec))).isEqualTo(spec);
    }

    @ParameterizedTest
    @FieldSource("MAPPERS")
    void onlyMembersThatTheTypeTakesAreWritten(SolverMapper<?> mapper) {
        JsonNode written = JSON.readTree(SolverSpecs.format(defaults(mapper)));
        Set<String> members = new TreeSet<>(written.propertyNames());
        members.remove("type");
        assertThat(mapper.members()).containsAll(members);
    }

    @ParameterizedTest
    @FieldSource("MAPPERS")
    void everyMemberThatTheTypeTakesIsInTheSchema(SolverMapper<?> mapper) {
        List<String> known = Arrays.stream(SolverJson.class.getRecordComponents())
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
        assertThat(known).containsAll(mapper.members());
    }

    private static SolverSpec defaults(SolverMapper<?> mapper) {
        return SolverSpecs.effective(Filled.ofType(mapper.type()).as(SolverJson.class), SIZES);
    }
}
