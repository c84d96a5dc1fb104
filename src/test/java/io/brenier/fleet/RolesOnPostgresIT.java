package io.brenier.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.fleet.FleetProcess.Database;
import io.brenier.training.TrainingClient;
import io.brenier.training.run.ScriptedService;
import io.brenier.training.run.ScriptedService.Gate;
import io.brenier.training.run.ScriptedTrainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Both roles on PostgreSQL, and what only a database that can go away does. */
@Tag("containers")
class RolesOnPostgresIT extends RolesIT {

    @Override
    Database database() {
        return Database.onPostgres();
    }

    @Test
    void aDatabaseThatDropsEveryConnectionInterruptsNoTraining() throws InterruptedException {
        TrainingClient client = api().client();
        Gate gate = new Gate(7);
        ScriptedService.SCRIPT.set(gate);
        String id = train(client, "dropped");
        gate.awaitReached();
        worker().bean(JdbcClient.class)
                .sql(
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()")
                .query(Long.class)
                .single();
        gate.open();
        // Whoever gets a connection that was dropped under it is told so, once each.
        int unanswered = 0;
        while (client.get("/v1/training-jobs/" + id).status() == 503) {
            assertThat(++unanswered).isLessThan(20);
        }
        JsonNode job = client.awaitStatus(id, "succeeded");
        assertThat(job.path("attempt").asInt()).isEqualTo(1);
        assertThat(job.path("metrics").path("state").asDouble()).isEqualTo(ScriptedTrainer.stateAfter(3, 20));
    }
}
