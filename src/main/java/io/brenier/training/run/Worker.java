package io.brenier.training.run;

import io.brenier.platform.role.ConditionalOnRole;
import io.brenier.platform.role.Role;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.stereotype.Component;

/** This process's name. */
@ConditionalOnRole(Role.WORKER)
@Component
public class Worker {

    private final String name;

    Worker(TrainingProperties properties) {
        this.name = properties.worker() == null || properties.worker().isBlank() ? processName() : properties.worker();
    }

    public String name() {
        return name;
    }

    private static String processName() {
        return "%s-%d".formatted(hostName(), ProcessHandle.current().pid());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
