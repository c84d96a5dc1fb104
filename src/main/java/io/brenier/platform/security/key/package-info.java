/** API keys: made, kept as hashes, recognised, revoked; over HTTP and by commands. */
@NullMarked
package io.brenier.platform.security.key;

import org.jspecify.annotations.NullMarked;
