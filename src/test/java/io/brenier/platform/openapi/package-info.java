@NullMarked
package io.brenier.platform.openapi;

import org.jspecify.annotations.NullMarked;
