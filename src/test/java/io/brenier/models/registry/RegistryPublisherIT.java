package io.brenier.models.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.brenier.models.ModelPublisher;
import io.brenier.models.ModelVersionId;
import io.brenier.models.NewModelVersion;
import io.brenier.platform.BlobRef;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RegistryPublisherIT {

    private static final String SHA256 = "0123456789abcdef".repeat(4);

    private final ModelPublisher publisher;
    private final VersionStore versions;
    private final AliasStore aliases;
    private final ModelStore models;
    private final RegistryLookup lookup;
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    @Autowired
    RegistryPublisherIT(
            ModelPublisher publisher,
            VersionStore versions,
            AliasStore aliases,
            ModelStore models,
            RegistryLookup lookup,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.publisher = publisher;
        this.versions = versions;
        this.aliases = aliases;
        this.models = models;
        this.lookup = lookup;
        this.transaction = transaction;
        this.database = database;
    }

    @DynamicPropertySource
    static void storage(DynamicPropertyRegistry registry) {
        Path directory = Path.of("target", "it", UUID.randomUUID().toString());
        registry.add("brenier.storage.directory", directory.toAbsolutePath()::toString);
    }

    @BeforeEach
    void storeTheArchive() {
        database.sql("""
                insert into blobs (sha256, size_bytes, object_key, committed_at)
                values (:sha256, 42, 'somewhere', current_timestamp) on conflict do nothing""").param("sha256", SHA256).update();
    }

    @Test
    void keepsWhatItPublishes() {
        UUID job = UUID.randomUUID();
        NewModelVersion made = new NewModelVersion(
                "local",
                "kept",
                "latest",
                new BlobRef(SHA256, 42),
                3,
                "w2-dual",
                Map.of("seed", 7, "samples", Map.of("source", "abc")),
                Map.of("w2_squared", 4.0),
                List.of("held out 10 %"),
                job);

        assertThat(publisher.publish(made)).isEqualTo(new ModelVersionId("kept", 1));

        StoredVersion stored = versions.find("kept", 1).orElseThrow();
        assertThat(stored.artifact()).isEqualTo(made.artifact());
        assertThat(stored.provenance()).isEqualTo(made.provenance());
        assertThat(stored.metrics()).isEqualTo(made.metrics());
        assertThat(stored.notes()).isEqualTo(made.notes());
        assertThat(stored.jobId()).isEqualTo(job);
        assertThat(stored.dimension()).isEqualTo(3);
    }

    @Test
    void aProvisionalVersionServesUntilTheJobsMapTakesItsPlaceUnderTheSameNumber() {
        UUID job = UUID.randomUUID();
        publisher.publish(version("served", null, 2, null));
        ModelVersionId interim = publisher.publishProvisional(version("served", "best", 2, job));
        assertThat(publisher.publishProvisional(version("served", "best", 2, job)))
                .isEqualTo(interim);
        assertThat(versions.find("served", 2).orElseThrow().provisional()).isTrue();
        assertThat(lookup.resolve("served", null, null).version()).isEqualTo(1);
        assertThat(lookup.resolve("served", null, "best").version()).isEqualTo(2);

        assertThat(publisher.publish(version("served", "best", 2, job))).isEqualTo(interim);

        assertThat(versions.find("served", 2).orElseThrow().provisional()).isFalse();
        assertThat(lookup.resolve("served", null, null).version()).isEqualTo(2);
    }

    @Test
    void aProvisionalVersionTakesNoAliasFromAnother() {
        publisher.publish(version("pointed", "best", 2, null));
        publisher.publishProvisional(version("pointed", "best", 2, UUID.randomUUID()));
        assertThat(aliases.find("pointed", "best").orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void aWithdrawnVersionLeavesNothingBehind() {
        UUID job = UUID.randomUUID();
        publisher.publishProvisional(version("withdrawn", "best", 2, job));
        publisher.withdraw(job);
        publisher.withdraw(job);
        assertThat(models.find("withdrawn")).isEmpty();
        assertThat(aliases.find("withdrawn", "best")).isEmpty();
    }

    @Test
    void aPublishedVersionIsNotWithdrawn() {
        UUID job = UUID.randomUUID();
        publisher.publish(version("stays", null, 2, job));
        publisher.withdraw(job);
        assertThat(versions.find("stays", 1)).isPresent();
    }

    @Test
    void movesTheAliasToTheNewVersion() {
        publisher.publish(version("aliased", "latest", 2, null));
        publisher.publish(version("aliased", null, 2, null));
        assertThat(aliases.find("aliased", "latest").orElseThrow().version()).isEqualTo(1);

        publisher.publish(version("aliased", "latest", 2, null));
        assertThat(aliases.find("aliased", "latest").orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void publishesAJobOnce() {
        UUID job = UUID.randomUUID();
        ModelVersionId first = publisher.publish(version("once", null, 2, job));

        assertThat(publisher.publish(version("once", null, 2, job))).isEqualTo(first);
        assertThat(versions.count("once")).isEqualTo(1);
    }

    @Test
    void numbersConcurrentVersionsWithoutGapsOrDuplicates() throws Exception {
        List<Integer> numbers = new ArrayList<>();
        for (ModelVersionId id : atOnce(16, () -> publisher.publish(version("busy", "latest", 2, null)))) {
            numbers.add(id.version());
        }

        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 16).boxed().toList());
        assertThat(aliases.find("busy", "latest").orElseThrow().version()).isEqualTo(16);
    }

    @Test
    void publishesAJobOnceAlsoWhenItsAttemptsRace() throws Exception {
        UUID job = UUID.randomUUID();

        assertThat(atOnce(8, () -> publisher.publish(version("raced", null, 2, job))))
                .containsOnly(new ModelVersionId("raced", 1));
    }

    @Test
    void leavesNothingOfARolledBackVersion() {
        transaction.executeWithoutResult(status -> {
            publisher.publish(version("undone", "latest", 2, null));
            status.setRollbackOnly();
        });
        assertThat(models.find("undone")).isEmpty();

        assertThat(publisher.publish(version("undone", null, 2, null)).version())
                .isEqualTo(1);
    }

    @Test
    void refusesAnotherDimension() {
        publisher.publish(version("plane", null, 2, null));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> publisher.publish(version("plane", null, 3, null)))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.DIMENSION_MISMATCH))
                .withMessageContaining("R^3")
                .withMessageContaining("R^2");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> publisher.checkPublishable("local", "plane", null, 3))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.DIMENSION_MISMATCH));
        publisher.checkPublishable("local", "plane", "latest", 2);
    }

    @Test
    void refusesNamesThatCannotBeOne() {
        for (String name : List.of("", "Colours", "-a", "a/b", "a".repeat(101), "ä")) {
            assertThatExceptionOfType(ProblemException.class)
                    .as(name)
                    .isThrownBy(() -> publisher.checkPublishable("local", name, null, 2))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST));
            assertThatExceptionOfType(ProblemException.class)
                    .as(name)
                    .isThrownBy(() -> publisher.checkPublishable("local", "fine", name, 2))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST));
        }
        publisher.checkPublishable("local", "a.b-c_9", "latest", 2);
    }

    private static NewModelVersion version(String model, @Nullable String alias, int dimension, @Nullable UUID job) {
        return new NewModelVersion(
                "local",
                model,
                alias,
                new BlobRef(SHA256, 42),
                dimension,
                "gaussian",
                Map.of(),
                Map.of(),
                List.of(),
                job);
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> call).toList())) {
                results.add(future.get());
            }
            return results;
        }
    }
}
