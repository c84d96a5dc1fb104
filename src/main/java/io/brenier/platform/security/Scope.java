package io.brenier.platform.security;

import java.util.Locale;

/** What a caller may do; each scope includes those before it. */
public enum Scope {
    /** Looks at things and evaluates maps. */
    READ,
    /** Makes, changes and deletes sample sets, jobs and models. */
    TRAIN,
    /** Sees everybody's things and manages API keys. */
    ADMIN;

    public boolean includes(Scope other) {
        return compareTo(other) >= 0;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
