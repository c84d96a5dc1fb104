package io.brenier.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import io.brenier.platform.role.RoleProperties;
import java.util.Locale;
import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Bounds how long a connection to PostgreSQL may be silent: by default its driver waits for ever, and a network that drops packets would
 * hold a training or a request just as long. What the URL says goes first.
 */
@Component
class PostgresTimeouts implements BeanPostProcessor {

    private static final String PREFIX = "jdbc:postgresql:";

    private final ObjectProvider<RoleProperties> role;

    PostgresTimeouts(ObjectProvider<RoleProperties> role) {
        this.role = role;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith(PREFIX)) {
            Properties given = pool.getDataSourceProperties();
            given.putIfAbsent("connectTimeout", "5");
            given.putIfAbsent("socketTimeout", "20");
            given.putIfAbsent("tcpKeepAlive", "true");
            given.putIfAbsent(
                    "ApplicationName",
                    "brenier-" + role.getObject().role().name().toLowerCase(Locale.ROOT));
        }
        return bean;
    }
}
