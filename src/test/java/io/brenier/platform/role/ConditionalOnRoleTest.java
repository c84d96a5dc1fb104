package io.brenier.platform.role;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ConditionalOnRoleTest {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(OneOfEach.class);

    @ParameterizedTest
    @CsvSource({"all, true, true", "api, true, false", "worker, false, true", "WORKER, false, true"})
    void aBeanOfARoleIsThereWhereTheProcessDoesWhatTheRoleDoes(String role, boolean serves, boolean trains) {
        runner.withPropertyValues("brenier.role=" + role).run(context -> {
            assertThat(context.containsBean("serving")).isEqualTo(serves);
            assertThat(context.containsBean("training")).isEqualTo(trains);
        });
    }

    @ParameterizedTest
    @CsvSource({"serving", "training"})
    void aProcessWithoutARoleDoesEverything(String bean) {
        runner.run(context -> assertThat(context).hasBean(bean));
    }

    @Configuration(proxyBeanMethods = false)
    static class OneOfEach {
        @Bean
        @ConditionalOnRole(Role.API)
        String serving() {
            return "serves";
        }

        @Bean
        @ConditionalOnRole(Role.WORKER)
        String training() {
            return "trains";
        }
    }
}
