/** Points and the scopes and kernels that work on them; the only place, with its subpackage, that opens the engine. */
@NullMarked
package io.brenier.transport.tensor;

import org.jspecify.annotations.NullMarked;
