package io.brenier.platform.role;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Leaves the libraries out that a role has no use for: the queue's where nothing is trained, the API's document where nothing is served. */
final class RoleEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String NAME = "brenier.role";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Role role = Role.of(environment);
        Map<String, Object> settings = new LinkedHashMap<>();
        if (!role.includes(Role.WORKER)) {
            settings.put("db-scheduler.enabled", false);
        }
        if (!role.includes(Role.API)) {
            settings.put("springdoc.api-docs.enabled", false);
            settings.put("springdoc.swagger-ui.enabled", false);
        }
        environment.getPropertySources().addFirst(new MapPropertySource(NAME, settings));
    }

    /** After the files of settings are read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
