/** The promises of docs/architecture.md, held by tests. */
@NullMarked
package io.brenier.architecture;

import org.jspecify.annotations.NullMarked;
