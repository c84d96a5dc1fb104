package io.brenier.evaluation.kernel;

import io.brenier.evaluation.EvaluationProperties;
import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/**
 * The few threads that evaluate. Every request's rows are cut into blocks that queue up here in turn, so that a large request neither occupies the
 * threads that answer HTTP nor keeps small ones waiting for its end.
 */
@ConditionalOnRole(Role.API)
@Component
class EvaluationPool implements AutoCloseable {

    private static final int RETRY_SECONDS = 5;

    private final ExecutorService threads;
    private final int mostAtOnce;

    EvaluationPool(EvaluationProperties properties) {
        this.mostAtOnce = 2 * properties.threads();
        this.threads = Executors.newFixedThreadPool(
                properties.threads(),
                Thread.ofPlatform().name("evaluation-", 0).daemon().factory());
    }

    /**
     * Evaluates rows [from, to) block by block. Only a few of a request's blocks are in the queue at a time, so that a small request waits for
     * those, and not for the whole of a large one.
     *
     * @return the blocks' results, in the rows' order
     */
    <T> List<T> inBlocks(int rows, int blockRows, BiFunction<Integer, Integer, T> block) {
        Deque<Future<T>> pending = new ArrayDeque<>();
        List<T> results = new ArrayList<>();
        try {
            for (int start = 0; start < rows; start += blockRows) {
                if (pending.size() == mostAtOnce) {
                    results.add(pending.remove().get());
                }
                int from = start;
                int to = Math.min(rows, start + blockRows);
                pending.add(threads.submit(() -> block.apply(from, to)));
            }
            while (!pending.isEmpty()) {
                results.add(pending.remove().get());
            }
            return results;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw shuttingDown();
        } catch (RejectedExecutionException closed) {
            throw shuttingDown();
        } finally {
            pending.forEach(future -> future.cancel(false));
        }
    }

    private static ProblemException shuttingDown() {
        return ProblemException.retryLater(
                ProblemCode.SHUTTING_DOWN, "the service is shutting down; ask again in a moment", RETRY_SECONDS);
    }

    /** Blocks that run are finished, others not begun. */
    @Override
    public void close() {
        threads.shutdownNow().forEach(waiting -> ((Future<?>) waiting).cancel(false));
        threads.close();
    }
}
