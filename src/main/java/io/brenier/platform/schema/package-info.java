/** The database's schema: who brings it up, and when. */
@NullMarked
package io.brenier.platform.schema;

import org.jspecify.annotations.NullMarked;
