package io.brenier.training.run;

import io.brenier.platform.role.RoleProperties;
import io.brenier.training.problem.MemoryProperties;
import io.brenier.training.problem.TrainingMemory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MemoryConfiguration {

    @Bean
    TrainingMemory trainingMemory(MemoryProperties memory, TrainingProperties training, RoleProperties role) {
        return new TrainingMemory(memory, training.slots(), role.role());
    }
}
