package io.brenier.platform.role;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** What a process does, set by {@code brenier.role}. */
public enum Role {
    /** Serves and trains, in one process. */
    ALL,
    /** Serves HTTP, evaluates maps, never trains. */
    API,
    /** Takes jobs from the queue and trains them; over HTTP it tells only its health and its figures. */
    WORKER;

    /** Whether a process of this role does what {@code other} does. */
    public boolean includes(Role other) {
        return this == ALL || this == other;
    }

    /** The role that the settings name. */
    static Role of(Environment environment) {
        return Binder.get(environment).bind("brenier.role", Role.class).orElse(ALL);
    }
}
