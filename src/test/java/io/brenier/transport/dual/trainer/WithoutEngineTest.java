package io.brenier.transport.dual.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.transport.dual.Checkpoint;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.dual.Trainer;
import io.brenier.transport.dual.TrainingProblem;
import io.brenier.transport.dual.W2DualSpec;
import io.brenier.transport.dual.catalog.Trainers;
import io.brenier.transport.dual.checkpoint.CheckpointCodec;
import io.brenier.transport.dual.checkpoint.CheckpointContent;
import io.brenier.transport.dual.checkpoint.Fingerprint;
import io.brenier.transport.network.Activation;
import io.brenier.transport.network.Mlp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A process that only serves has no natives of the engine: reading a checkpoint's map must not even load what starts it. */
class WithoutEngineTest {

    @Test
    void givesTheMapOfACheckpoint() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:stdout",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(java.waitFor()).as(said).isZero();
        assertThat(said)
                .contains("io.brenier.transport.network.QuadraticMlpPotential")
                .doesNotContain("ai.djl.engine.Engine ", "ai.djl.pytorch.engine.PtEngine ");
    }

    /** Moves points by a checkpoint's map. */
    static final class Reading {

        private static final KnownPair PAIR = new KnownPair();

        private Reading() {}

        public static void main(String[] arguments) {
            W2DualSpec spec = Specs.small(10);
            TrainingProblem problem =
                    new TrainingProblem(PAIR.source(400, 1), PAIR.target(400, 2), null, null, spec, 7);
            Map<String, float[]> best = Map.of("best.potential", weights(1), "best.amortizer", weights(2));
            byte[] content = CheckpointCodec.encode(new CheckpointContent(5, Fingerprint.of(problem), Map.of(), best));
            Trainer trainer = Trainers.forSpec(spec);
            for (Direction direction : Direction.values()) {
                trainer.potentialsAt(problem, new Checkpoint(5, content)).transport(PAIR.source(3, 3), direction);
            }
        }

        private static float[] weights(int outputs) {
            return Mlp.initial(2, List.of(32, 32), outputs, Activation.ELU, 0).flatten();
        }
    }
}
