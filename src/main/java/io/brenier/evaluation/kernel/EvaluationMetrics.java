package io.brenier.evaluation.kernel;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.transport.dual.Direction;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** What an operator sees of evaluations. Tags are few and their values fixed: no model's name. */
@ConditionalOnRole(Role.API)
@Component
class EvaluationMetrics {

    private static final Duration[] OBJECTIVES = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofMillis(2500),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final Counter rows;
    private final Counter unconverged;

    EvaluationMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.rows = Counter.builder("brenier.evaluation.rows")
                .description("Points evaluated")
                .register(registry);
        this.unconverged = Counter.builder("brenier.evaluation.rows.unconverged")
                .description("Points whose conjugate did not converge")
                .register(registry);
    }

    <T> T record(
            String output,
            Direction direction,
            Conjugate conjugate,
            int batch,
            Supplier<T> evaluate,
            ToIntFunction<T> unconvergedRows) {
        T evaluation = Objects.requireNonNull(
                timer(output, direction, conjugate, batch).record(evaluate));
        rows.increment(batch);
        unconverged.increment(unconvergedRows.applyAsInt(evaluation));
        return evaluation;
    }

    private Timer timer(String output, Direction direction, Conjugate conjugate, int batch) {
        return Timer.builder("brenier.evaluation")
                .description("Time to evaluate a request's points, loading the model and waiting for a thread included")
                .tag("output", output)
                .tag("direction", direction.name().toLowerCase(Locale.ROOT))
                .tag("conjugate", conjugate.wireName())
                .tag("batch", bucket(batch))
                .serviceLevelObjectives(OBJECTIVES)
                .register(registry);
    }

    static String bucket(int batch) {
        if (batch <= 1) {
            return "1";
        }
        if (batch <= 64) {
            return "2-64";
        }
        if (batch <= 1024) {
            return "65-1024";
        }
        return batch <= 16_384 ? "1025-16384" : "more";
    }
}
