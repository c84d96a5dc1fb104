@NullMarked
package io.brenier.transport.flow;

import org.jspecify.annotations.NullMarked;
