/** What an amortizer learns: its losses. */
@NullMarked
package io.brenier.transport.amortization;

import org.jspecify.annotations.NullMarked;
