/** The PyTorch engine's own classes are seen here and nowhere else. */
@NullMarked
package io.brenier.transport.tensor.pytorch;

import org.jspecify.annotations.NullMarked;
