package io.brenier.training.run;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.transport.dual.catalog.Trainers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The trainers that jobs get. */
@ConditionalOnRole(Role.WORKER)
@Configuration(proxyBeanMethods = false)
class TrainerConfiguration {

    @Bean
    TrainerFactory trainers() {
        return Trainers::forSpec;
    }
}
