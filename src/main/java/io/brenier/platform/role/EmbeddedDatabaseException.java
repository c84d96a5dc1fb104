package io.brenier.platform.role;

/** A process of a fleet was given a database that only one process can open. */
final class EmbeddedDatabaseException extends RuntimeException {

    EmbeddedDatabaseException(Role role, String url) {
        super(
                "brenier.role=%s needs a database that all processes of the fleet share; spring.datasource.url is '%s', which belongs to one process."
                        .formatted(role.name().toLowerCase(java.util.Locale.ROOT), url));
    }
}
