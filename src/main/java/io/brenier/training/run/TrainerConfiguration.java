package io.brenier.training.run;

import io.brenier.platform.role.Role;
import io.brenier.platform.role.RoleProperties;
import io.brenier.training.job.Device;
import io.brenier.transport.dual.catalog.Trainers;
import io.brenier.transport.tensor.TensorEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The trainers that jobs get, and that read checkpoints. */
@Configuration(proxyBeanMethods = false)
class TrainerConfiguration {

    @Bean
    TrainerFactory trainers(TrainingProperties properties, RoleProperties role) {
        if (role.role().includes(Role.WORKER) && properties.device() == Device.GPU) {
            // A worker that promises a GPU and has none would fail the jobs that it takes.
            TensorEngine.startOnGpu();
        }
        return Trainers::forSpec;
    }
}
