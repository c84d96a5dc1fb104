package io.brenier.evaluation.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.brenier.evaluation.QuadraticPotentials;
import io.brenier.evaluation.cache.ModelLoader.LoadedModel;
import io.brenier.models.ResolvedModel;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.transport.dual.DualPotentials;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ModelCacheTest {

    private static final int BYTES = 400_000;

    private final AtomicInteger loads = new AtomicInteger();
    private final DualPotentials potentials = new QuadraticPotentials(2, 2);

    @Test
    void loadsAModelOnceForAllWhoWaitForIt() throws Exception {
        CountDownLatch everybodyAsks = new CountDownLatch(8);
        ModelCache cache = cache(sha256 -> {
            loads.incrementAndGet();
            await(everybodyAsks);
            return new LoadedModel(potentials, BYTES);
        });

        List<Future<DualPotentials>> answers = new ArrayList<>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < 8; client++) {
                answers.add(clients.submit(() -> {
                    everybodyAsks.countDown();
                    return cache.get(TestModels.model("a", 2));
                }));
            }
            for (Future<DualPotentials> answer : answers) {
                assertThat(answer.get()).isSameAs(potentials);
            }
        }

        assertThat(loads).hasValue(1);
    }

    @Test
    void keepsNoMoreThanItsBound() {
        ModelCache cache = cache(this::load);
        for (String sha256 : List.of("a", "b", "c", "d")) {
            cache.get(TestModels.model(sha256, 2));
        }

        // The cache weighs a model just after it has handed it over.
        Awaitility.await().untilAsserted(() -> {
            assertThat(cache.size()).isEqualTo(2);
            assertThat(cache.bytes()).isEqualTo(2 * BYTES);
            assertThat(cache.stats().evictionCount()).isEqualTo(2);
        });
    }

    @Test
    void answersWithAModelThatIsLargerThanTheBound() {
        ModelCache cache = cache(sha256 -> new LoadedModel(potentials, 2_000_000));

        assertThat(cache.get(TestModels.model("large", 2))).isSameAs(potentials);
        Awaitility.await().untilAsserted(() -> assertThat(cache.size()).isZero());
    }

    @Test
    void saysThatAnArchiveCannotBeReadAndTriesAgainNextTime() {
        ModelCache cache = cache(sha256 -> {
            if (loads.incrementAndGet() == 1) {
                throw new IOException("the disk is gone");
            }
            return new LoadedModel(potentials, BYTES);
        });

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> cache.get(TestModels.model("a", 2)))
                .withMessageContaining("version 1 of model 'colours'")
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.MODEL_NOT_READY);
                    assertThat(problem.retryAfterSeconds()).isPositive();
                });
        assertThat(cache.get(TestModels.model("a", 2))).isSameAs(potentials);
    }

    @Test
    void neverFindsAFailedLoadAgainHoweverSoonTheNextRequestComes() {
        ModelCache cache = cache(sha256 -> {
            if (loads.incrementAndGet() % 2 == 1) {
                throw new IOException("the disk is gone");
            }
            return new LoadedModel(potentials, BYTES);
        });

        for (int i = 0; i < 500; i++) {
            ResolvedModel model = TestModels.model("a" + i, 2);
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> cache.get(model));
            assertThat(cache.get(model)).isSameAs(potentials);
        }
    }

    @Test
    void countsHitsAndLoads() {
        ModelCache cache = cache(this::load);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new ModelCacheMetrics(cache).bindTo(registry);

        cache.get(TestModels.model("a", 2));
        cache.get(TestModels.model("a", 2));
        cache.get(TestModels.model("a", 2));

        assertThat(registry.get("brenier.evaluation.cache.hits")
                        .functionCounter()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("brenier.evaluation.cache.loads")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("brenier.evaluation.cache.bytes").gauge().value())
                .isEqualTo(BYTES);
        assertThat(registry.get("brenier.evaluation.cache.size").gauge().value())
                .isEqualTo(1);
    }

    private LoadedModel load(String sha256) {
        loads.incrementAndGet();
        return new LoadedModel(potentials, BYTES);
    }

    private static ModelCache cache(ModelLoader loader) {
        return new ModelCache(loader, TestModels.properties());
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
