package io.brenier.platform.security;

import io.brenier.platform.role.Role;
import io.brenier.platform.role.RoleProperties;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether callers must say who they are, as the settings and the server's address have it. */
@Component
public class SecurityMode {

    private static final String EVERY_ADDRESS = "every address";

    private final boolean on;

    /** @throws UnsecuredServerException where the service would be open to others unasked */
    SecurityMode(SecurityProperties properties, RoleProperties role, Environment environment) {
        InetAddress address = Binder.get(environment)
                .bind("server.address", InetAddress.class)
                .orElse(null);
        this.on = decide(properties, role.role(), address);
    }

    static boolean decide(SecurityProperties properties, Role role, @Nullable InetAddress address) {
        boolean loopback = address != null && address.isLoopbackAddress();
        return switch (properties.mode()) {
            case ON -> true;
            case OFF -> {
                if (!loopback && !properties.unauthenticatedFromAnywhere()) {
                    throw new UnsecuredServerException(name(address), true);
                }
                yield false;
            }
            case null -> {
                // A worker has nothing to open: it tells only its health and its figures.
                if (!loopback && role != Role.WORKER) {
                    throw new UnsecuredServerException(name(address), false);
                }
                yield !loopback;
            }
        };
    }

    public boolean on() {
        return on;
    }

    private static String name(@Nullable InetAddress address) {
        return address == null || address.isAnyLocalAddress() ? EVERY_ADDRESS : address.getHostAddress();
    }
}
