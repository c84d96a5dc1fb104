/** Closed-form and entropic maps: instant answers and initialisers. */
@NullMarked
package io.brenier.transport.entropic;

import org.jspecify.annotations.NullMarked;
