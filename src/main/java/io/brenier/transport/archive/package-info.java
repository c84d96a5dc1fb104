/** The portable model file. */
@NullMarked
package io.brenier.transport.archive;

import org.jspecify.annotations.NullMarked;
