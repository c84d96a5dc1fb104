package io.brenier.training.web;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import io.brenier.training.job.JobStatus;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Statuses in queries are written as in bodies. */
@ConditionalOnRole(Role.API)
@Component
class JobStatusParameter implements Converter<String, JobStatus> {

    @Override
    public JobStatus convert(String given) {
        for (JobStatus status : JobStatus.values()) {
            if (status.wireName().equals(given)) {
                return status;
            }
        }
        throw new IllegalArgumentException("there is no status '%s'".formatted(given));
    }
}
