package io.brenier.training.run;

import io.brenier.transport.dual.catalog.Trainers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The trainers that jobs get. */
@Configuration(proxyBeanMethods = false)
class TrainerConfiguration {

    @Bean
    TrainerFactory trainers() {
        return Trainers::forSpec;
    }
}
