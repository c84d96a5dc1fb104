package io.brenier.training.queue;

import io.brenier.platform.database.Times;
import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.platform.role.RoleProperties;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An embedded database belongs to one process. What is marked as running when that process starts was left by one that died, and need not
 * miss its heartbeats first.
 */
@ConditionalOnRole(Role.WORKER)
@Component
class OrphanedEntries {

    private static final Logger log = LoggerFactory.getLogger(OrphanedEntries.class);

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final RoleProperties role;

    OrphanedEntries(DataSource dataSource, JdbcClient jdbc, RoleProperties role) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.role = role;
    }

    /** Makes the queue find them dead at its first look, which is at once. */
    void markDead() {
        if (role.role() != Role.ALL || !ownedByThisProcess()) {
            return;
        }
        int orphans = jdbc.sql("update scheduled_tasks set last_heartbeat = :longAgo where picked = true")
                .param("longAgo", Times.column(Instant.EPOCH))
                .update();
        if (orphans > 0) {
            log.info(
                    "{} trainings were cut off when the service ended; they go on from their last checkpoints",
                    orphans);
        }
    }

    private boolean ownedByThisProcess() {
        try (Connection connection = dataSource.getConnection()) {
            String url = connection.getMetaData().getURL();
            return url.startsWith("jdbc:h2:file:") || url.startsWith("jdbc:h2:mem:");
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached", e);
        }
    }
}
