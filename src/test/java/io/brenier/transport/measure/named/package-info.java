@NullMarked
package io.brenier.transport.measure.named;

import org.jspecify.annotations.NullMarked;
