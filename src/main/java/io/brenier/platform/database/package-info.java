/** The database's connections: how long they may be silent, what counts as an outage, which of them migrates. */
@NullMarked
package io.brenier.platform.database;

import org.jspecify.annotations.NullMarked;
