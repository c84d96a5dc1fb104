package io.brenier.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.dual.GaussianSpec;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.problem.StandardProblem;
import io.brenier.transport.dual.report.FinalMetrics;
import io.brenier.transport.dual.report.Rival;
import io.brenier.transport.measure.GaussianSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** docs/metrics.md explains every figure that a model comes with. */
class MetricsPageTest {

    private static final Pattern ENDINGS = Pattern.compile("(_identity|_gaussian|_floor)?(_low|_high)?$");
    private static final Pattern DIRECTION = Pattern.compile("_(forward|inverse)$");

    @TestFactory
    Stream<DynamicTest> everyFigureStandsOnThePage() throws IOException {
        String page = Files.readString(Path.of("docs/metrics.md"));
        StandardProblem problem = StandardProblem.of(new TrainingProblem(
                GaussianSamples.isotropic(60, 1, 1, 0, 0),
                GaussianSamples.isotropic(60, 1, 2, 1, 0),
                null,
                null,
                new GaussianSpec(),
                1));
        Rival gaussian = Rival.gaussian(problem);
        return FinalMetrics.of(problem, gaussian.pair(), gaussian.score()).keySet().stream()
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertThat(page).containsAnyOf("| `" + name + "`", "| `" + entry(name))));
    }

    /** How the page writes it: without endings, with an ellipsis where there are directions or rivals alone. */
    private static String entry(String name) {
        String figure = ENDINGS.matcher(name).replaceFirst("");
        String undirected = DIRECTION.matcher(figure).replaceFirst("_…");
        return figure.equals("validation_dual_gain") ? figure + "_…`" : undirected + "`";
    }
}
