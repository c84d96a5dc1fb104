package io.brenier.platform.database;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;

/** Tells a row that a foreign key refused, since what it refers to went at the same moment, from a statement that is wrong. */
public final class BrokenReference {

    /** What is referred to is not there, or is still referred to: SQL's own class 23 with the numbers of PostgreSQL and H2. */
    private static final Set<String> STATES = Set.of("23503", "23506");

    private BrokenReference() {}

    public static boolean is(Throwable failure) {
        return failure instanceof DataIntegrityViolationException
                && NestedExceptionUtils.getMostSpecificCause(failure) instanceof SQLException refused
                && STATES.contains(refused.getSQLState());
    }
}
