package io.brenier.platform.role;

import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/** Ends the start of a fleet's process on an embedded database file, before the file is made. */
@Component
final class SharedDatabaseCheck implements BeanFactoryPostProcessor, EnvironmentAware {

    /** H2 takes every URL for a file that does not say otherwise. */
    private static final Pattern EMBEDDED_FILE = Pattern.compile("jdbc:h2:(?!mem:|tcp:|ssl:).*");

    private Environment environment = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment given) {
        environment = given;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Role role = Role.of(environment);
        String url = environment.getProperty("spring.datasource.url", "");
        if (role != Role.ALL && EMBEDDED_FILE.matcher(url).matches()) {
            throw new EmbeddedDatabaseException(role, url);
        }
    }
}
