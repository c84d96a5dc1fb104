package io.brenier.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.brenier.platform.storage.StorageProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/** A wrong setting ends the start and says which it is. */
class WrongSettingsTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @ParameterizedTest
    @CsvSource({
        "brenier.http.page-size=0, pageSize",
        "brenier.http.page-size=501, must not be above brenier.http.max-page-size",
        "brenier.storage.keep-unreferenced=1s, must be at least 1m",
        "brenier.storage.collect-interval=0s, must be positive",
        "brenier.storage.collect-interval=often, often"
    })
    void endsTheStart(String setting, String sentence) {
        runner.withPropertyValues(setting)
                .run(context ->
                        assertThat(context.getStartupFailure()).isNotNull().hasStackTraceContaining(sentence));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({HttpProperties.class, StorageProperties.class})
    static class Settings {}
}
