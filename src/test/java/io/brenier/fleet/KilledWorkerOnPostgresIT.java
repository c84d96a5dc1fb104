package io.brenier.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.fleet.FleetProcess.Database;
import io.brenier.training.TrainingClient;
import io.brenier.training.run.ScriptedTrainer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A worker goes, and another goes on with its job, from its last checkpoint. */
@Tag("containers")
class KilledWorkerOnPostgresIT {

    private static final Duration BAR = Duration.ofSeconds(60);

    @TempDir
    Path storage;

    @Test
    void anotherWorkerGoesOnFromTheLastCheckpointOfAKilledOne() throws IOException, InterruptedException {
        goesOnElsewhere(Process::destroyForcibly, "stopped answering");
    }

    @Test
    void aWorkerThatIsToldToStopHandsItsJobBack() throws IOException, InterruptedException {
        goesOnElsewhere(
                process -> {
                    process.destroy();
                    return process;
                },
                "shutting down");
    }

    private void goesOnElsewhere(UnaryOperator<Process> end, String reason) throws IOException, InterruptedException {
        Database database = Database.onPostgres();
        try (FleetProcess api = FleetProcess.start("api", database, storage)) {
            TrainingClient client = api.client();
            String id = client.train("""
                    {"source": "%s", "target": "%s", "seed": 3,
                     "solver": {"type": "w2-dual", "steps": 300, "checkpoint_every": 10, "batch_size": 8}}""".formatted(client.upload(50, 0, 0), client.upload(50, 1, 1)));
            Process doomed = worker(database);
            try {
                client.await(id, job -> job.path("progress").path("completed").asInt() > 20);
            } finally {
                end.apply(doomed).waitFor();
            }
            long ended = System.nanoTime();
            try (FleetProcess other = FleetProcess.start("worker", database, storage)) {
                JsonNode job = client.awaitStatus(id, "succeeded");
                assertThat(Duration.ofNanos(System.nanoTime() - ended)).isLessThan(BAR);
                assertThat(job.path("attempt").asInt()).isEqualTo(2);
                assertThat(job.path("metrics").path("state").asDouble()).isEqualTo(ScriptedTrainer.stateAfter(3, 300));
                assertThat(job.path("transitions").toString()).contains(reason);
                assertThat(other.client().get("/readyz").status()).isEqualTo(200);
            }
        }
    }

    private Process worker(Database database) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SlowWorker.class.getName(),
                "--server.port=0",
                "--brenier.role=worker",
                "--brenier.storage.directory=" + storage,
                "--brenier.training.report-interval=50ms"));
        command.addAll(database.settings());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(storage.resolve("doomed.log").toFile())
                .start();
    }
}
