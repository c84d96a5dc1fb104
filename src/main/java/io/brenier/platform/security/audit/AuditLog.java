package io.brenier.platform.security.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.stereotype.Component;

/**
 * Writes a line for everything that was changed or refused, to the logger {@code brenier.audit}; its members are fields of the structured log,
 * which adds the trace's id. No header, no query and no body is ever part of one.
 */
@Component
class AuditLog {

    private static final Logger log = LoggerFactory.getLogger("brenier.audit");

    void write(AuditEntry entry) {
        LoggingEventBuilder line = entry.refused() ? log.atWarn() : log.atInfo();
        line.addKeyValue("audit.owner", entry.owner())
                .addKeyValue("audit.credential", entry.credential())
                .addKeyValue("audit.address", entry.address())
                .addKeyValue("audit.action", entry.action())
                .addKeyValue("audit.resource", entry.resource())
                .addKeyValue("audit.status", entry.status())
                .addKeyValue("audit.outcome", entry.outcome())
                .log(
                        "{} ({}) {} {}: {}",
                        entry.owner(),
                        entry.credential(),
                        entry.action(),
                        entry.resource(),
                        entry.outcome());
    }
}
