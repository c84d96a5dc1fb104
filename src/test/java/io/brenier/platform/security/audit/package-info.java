@NullMarked
package io.brenier.platform.security.audit;

import org.jspecify.annotations.NullMarked;
