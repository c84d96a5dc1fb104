package io.brenier.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.brenier.platform.ProblemException;
import io.brenier.transport.network.InvalidSpecException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

class JsonProblemsTest {

    private final JsonMapper json = mapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"parts":[{"size":1,"sise":2}]}    | unknown_field   | /parts/0/sise | There is no member "sise". Did you mean "size"?
            {"nothing_like_it":1}             | unknown_field   | /nothing_like_it | Known are: colour, parts.
            {"colour":"REDD"}                 | invalid_request | /colour        | Did you mean
            {"parts":[{"size":"2"}]}          | invalid_request | /parts/0/size  | must be an integer
            {"parts":[{"size":1.5}]}          | invalid_request | /parts/0/size  | "1.5" at /parts/0/size is no integer
            {"parts":[{"size":99999999999}]}  | invalid_json    |                | out of range
            {"parts":[{"size":-1}]}           | invalid_spec    | /parts/0/size  | -1 is given; sizes are 0 or more
            {"parts":[{"size":null}]}         | invalid_request | /parts/0/size  | must be an integer
            {"parts":{}}                      | invalid_request | /parts         | must be an array
            {"parts":[}                       | invalid_json    |                | line 1, column
            {"colour":null,"colour":null}     | invalid_json    |                | Duplicate
            {} x                              | invalid_json    |                | line 1
            """)
    void tellsWhatIsWrongAndWhere(String body, String code, @Nullable String pointer, String sentence) {
        ProblemException problem = JsonProblems.describe(
                catchThrowableOfType(JacksonException.class, () -> json.readValue(body, Order.class)));

        assertThat(problem.detail()).contains(sentence);
        assertThat(problem.code().wireName()).isEqualTo(code);
        if (pointer != null) {
            assertThat(problem.errors())
                    .extracting(ProblemException.FieldProblem::pointer)
                    .containsExactly(pointer);
        }
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        new StrictJson().customize(builder);
        return builder.build();
    }

    enum Colour {
        RED,
        GREEN
    }

    record Part(int size) {
        Part {
            if (size < 0) {
                throw new InvalidSpecException("size", size + " is given; sizes are 0 or more");
            }
        }
    }

    record Order(Colour colour, List<Part> parts) {}
}
