package io.brenier.training.queue;

import com.github.kagkarlsson.scheduler.Resolvable;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.List;

/**
 * Takes entries with SKIP LOCKED. The lanes of other workers are made known as such before the first look: else that one would take an entry
 * which nobody here can carry out, and only its missing heartbeats would give it back.
 */
final class PostgresQueue extends PostgreSqlJdbcCustomization {

    private final List<String> foreign;
    private boolean toldApart;

    PostgresQueue(List<String> foreign) {
        super(false, false);
        this.foreign = foreign;
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean orderByPriority) {
        tellApart(context, now);
        return super.lockAndFetchSingleStatement(context, now, limit, orderByPriority);
    }

    private synchronized void tellApart(JdbcTaskRepositoryContext context, Instant now) {
        if (!toldApart) {
            foreign.forEach(lane -> context.taskResolver.resolve(Resolvable.of(lane, now)));
            toldApart = true;
        }
    }
}
