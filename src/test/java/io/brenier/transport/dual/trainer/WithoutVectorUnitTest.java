package io.brenier.transport.dual.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.EnotSpec;
import io.brenier.transport.dual.TrainingListener;
import io.brenier.transport.dual.TrainingOutcome;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.catalog.Trainers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A JVM that was started without the Vector API trains all the same, on the engine, and loads no class of it. */
class WithoutVectorUnitTest {

    @Test
    void trainsOnTheEngine() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Training.class.getName()))
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor())
                .as(said.substring(Math.max(0, said.length() - 2000)))
                .isZero();
        assertThat(said)
                .contains(
                        "io.brenier.transport.network.QuadraticMlpEvaluation ",
                        "io.brenier.transport.optimizer.SoapRule ")
                .doesNotContain("jdk.incubator.vector", "io.brenier.transport.network.VectorEvaluation ");
    }

    /** Trains for some steps and moves points by the map. */
    static final class Training {

        private static final KnownPair PAIR = new KnownPair();

        private Training() {}

        public static void main(String[] arguments) {
            EnotSpec spec = EnotSpec.defaults(2, 2000);
            EnotSpec few = spec.withValleySearchEvery(5).withLoop(spec.loop().withSteps(30));
            TrainingProblem problem =
                    new TrainingProblem(PAIR.source(2000, 1), PAIR.target(2000, 2), null, null, few, 7);
            TrainingOutcome outcome = Trainers.forSpec(few).train(problem, new TrainingListener() {}, null);
            if (!(outcome instanceof TrainingOutcome.Completed completed)) {
                throw new IllegalStateException("the training ended as " + outcome);
            }
            completed.potentials().transport(PAIR.source(3, 3), Direction.FORWARD);
        }
    }
}
