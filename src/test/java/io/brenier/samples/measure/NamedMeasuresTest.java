package io.brenier.samples.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.points.PointsLimits;
import io.brenier.transport.measure.named.Measure;
import io.brenier.transport.tensor.Points;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class NamedMeasuresTest {

    private static final List<MeasureType> TYPES = NamedMeasures.types();
    private static final PointsLimits LIMITS = new PointsLimits(400_000_000, 50_000_000, 4_096);
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @FieldSource("TYPES")
    void everyExampleCanBeDrawn(MeasureType type) {
        Drawing drawing = drawing(type.example(), 3);
        Measure measure = drawing.measure().get();
        assertThat(measure.dimension()).isEqualTo(drawing.dimension());
        if (type.dimension() != null) {
            assertThat(drawing.dimension()).isEqualTo(type.dimension());
        }
        Points drawn = measure.sample(50, drawing.seed());
        for (float value : drawn.values()) {
            assertThat(value).isFinite();
        }
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void whatIsFilledInMeansTheSameAgain(MeasureType type) {
        Drawing drawing = drawing(type.example(), 3);
        Drawing again = drawing(drawing.json(), 99);
        assertThat(again.json()).isEqualTo(drawing.json());
        assertThat(again.measure().get().sample(20, again.seed()))
                .isEqualTo(drawing.measure().get().sample(20, drawing.seed()));
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void everyParameterIsInTheSchema(MeasureType type) {
        Set<String> known = new TreeSet<>();
        Arrays.stream(MeasureJson.class.getRecordComponents())
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .forEach(known::add);
        assertThat(known).containsAll(type.parameters());
    }

    @Test
    void namesAreAllDifferent() {
        assertThat(TYPES).extracting(MeasureType::type).doesNotHaveDuplicates();
    }

    @Test
    void givenSeedGoesBeforeTheUsualOne() {
        assertThat(drawing("{'type': 'circle', 'count': 5, 'seed': 8}").seed()).isEqualTo(8);
        assertThat(drawing("{'type': 'circle', 'count': 5}").seed()).isEqualTo(3);
        assertThat(drawing("{'type': 'circle', 'count': 5}").json().noise()).isEqualTo(0.25);
    }

    @Test
    void dimensionFollowsFromWhatIsGiven() {
        assertThat(drawing("{'type': 'gaussian', 'count': 5, 'mean': [1, 2, 3]}")
                        .dimension())
                .isEqualTo(3);
        assertThat(drawing("{'type': 'gaussian', 'count': 5, 'deviations': [1, 2, 3, 4]}")
                        .dimension())
                .isEqualTo(4);
        assertThat(drawing("{'type': 'gaussian', 'count': 5}").dimension()).isEqualTo(2);
        assertThat(drawing("{'type': 'uniform_ball', 'count': 5, 'dimension': 7}")
                        .dimension())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'count': 5} | INVALID_SPEC | /m/type | missing",
                "{'type': 'cirkle', 'count': 5} | INVALID_SPEC | /m/type | Did you mean \"circle\"?",
                "{'type': 'circle'} | INVALID_SPEC | /m/count | missing",
                "{'type': 'circle', 'count': 1} | INVALID_SPEC | /m/count | 2 to",
                "{'type': 'circle', 'count': 60000000} | INVALID_SPEC | /m/count | 2 to",
                "{'type': 'gaussian', 'dimension': 4000, 'count': 40000} | PAYLOAD_TOO_LARGE | /m/count | at most 100000000",
                "{'type': 'gaussian', 'dimension': 5000, 'count': 4} | PAYLOAD_TOO_LARGE | /m | 4096",
                "{'type': 'circle', 'count': 5, 'dimension': 3} | INVALID_SPEC | /m/dimension | takes no \"dimension\"",
                "{'type': 'circle', 'count': 5, 'noise': -1} | INVALID_SPEC | /m/noise | 0 to",
                "{'type': 'gaussian', 'count': 5, 'scale': 0} | INVALID_SPEC | /m/scale | above 0",
                "{'type': 'gaussian', 'count': 5, 'scale': 1, 'deviations': [1, 1]} | INVALID_SPEC | /m | at most one",
                "{'type': 'gaussian', 'count': 5, 'dimension': 3, 'mean': [0, 0]} | INVALID_SPEC | /m/dimension | 2 entries",
                "{'type': 'gaussian', 'count': 5, 'mean': [0, 0], 'deviations': [1]} | INVALID_SPEC | /m/deviations | needed are 2",
                "{'type': 'gaussian', 'count': 5, 'mean': []} | INVALID_SPEC | /m/mean | one or more",
                "{'type': 'gaussian', 'count': 5, 'mean': [0, null]} | INVALID_SPEC | /m/mean/1 | null",
                "{'type': 'gaussian', 'count': 5, 'mean': [0, 1e9]} | INVALID_SPEC | /m/mean/1 | 1000000",
                "{'type': 'gaussian', 'count': 5, 'deviations': [1, -1]} | INVALID_SPEC | /m/deviations/1 | above 0",
                "{'type': 'gaussian', 'count': 5, 'covariance': [[1, 0.5], [0.4, 1]]} | INVALID_SPEC | /m/covariance/1/0 | symmetric",
                "{'type': 'gaussian', 'count': 5, 'covariance': [[1, 2], [2, 1]]} | INVALID_SPEC | /m/covariance | positive definite",
                "{'type': 'gaussian', 'count': 5, 'covariance': [[1, 2]]} | INVALID_SPEC | /m/covariance/0 | needed are 1",
                "{'type': 'gaussian', 'count': 5, 'covariance': [null]} | INVALID_SPEC | /m/covariance/0 | null",
                "{'type': 'gaussian_mixture', 'count': 5} | INVALID_SPEC | /m/means | missing",
                "{'type': 'gaussian_mixture', 'count': 5, 'means': [[0, 0], [1]]} | INVALID_SPEC | /m/means/1 | needed are 2",
                "{'type': 'gaussian_mixture', 'count': 5, 'means': [[0], [1]], 'weights': [1]} | INVALID_SPEC | /m/weights | needed are 2",
                "{'type': 'gaussian_mixture', 'count': 5, 'means': [[0], [1]], 'covariances': [[[1]]]} | INVALID_SPEC | /m/covariances | 2 means",
                "{'type': 'gaussian_mixture', 'count': 5, 'means': [[0], [1]], 'covariances': [[[1]], [[-1]]]} | INVALID_SPEC | /m/covariances/1 | positive definite",
                "{'type': 'uniform_box', 'count': 5, 'lower': [0, 0], 'upper': [1, 0]} | INVALID_SPEC | /m/upper/1 | above",
                "{'type': 'uniform_box', 'count': 5, 'lower': [2]} | INVALID_SPEC | /m/lower/0 | above",
                "{'type': 'uniform_ball', 'count': 5, 'radius': -2} | INVALID_SPEC | /m/radius | above 0",
                "{'type': 'random_mixture', 'count': 5, 'components': 0} | INVALID_SPEC | /m/components | 1 to 100",
                "{'type': 'brenier_pair', 'count': 5} | INVALID_SPEC | /m/side | source, target",
                "{'type': 'brenier_pair', 'count': 5, 'side': 'targt'} | INVALID_SPEC | /m/side | Did you mean \"target\"?",
                "{'type': 'brenier_pair', 'count': 5, 'side': 'target', 'dimension': 513} | INVALID_SPEC | /m/dimension | 1 to 512",
                "{'type': 'brenier_pair', 'count': 1000000, 'side': 'target', 'dimension': 64} | PAYLOAD_TOO_LARGE | /m/count | 32000000",
            })
    void whatCannotBeDrawnIsToldByItsPlace(String measure, ProblemCode code, String pointer, String told) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> drawing(measure))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal.errors().getFirst().pointer()).isEqualTo(pointer);
                    assertThat(refusal.detail()).contains(told);
                });
    }

    private static Drawing drawing(String text) {
        return drawing(JSON.readValue(text.replace('\'', '"'), MeasureJson.class), 3);
    }

    private static Drawing drawing(MeasureJson asked, long seed) {
        return NamedMeasures.drawing(asked, seed, LIMITS, "/m");
    }
}
