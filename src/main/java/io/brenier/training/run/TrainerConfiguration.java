package io.brenier.training.run;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.job.Device;
import io.brenier.transport.dual.catalog.Trainers;
import io.brenier.transport.tensor.TensorEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The trainers that jobs get. */
@ConditionalOnRole(Role.WORKER)
@Configuration(proxyBeanMethods = false)
class TrainerConfiguration {

    @Bean
    TrainerFactory trainers(TrainingProperties properties) {
        if (properties.device() == Device.GPU) {
            // A worker that promises a GPU and has none would fail the jobs that it takes.
            TensorEngine.startOnGpu();
        }
        return Trainers::forSpec;
    }
}
