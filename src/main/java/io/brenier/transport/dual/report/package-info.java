/** How good a finished map is on held-out samples, and what training bought over the instant answers: docs/metrics.md. */
@NullMarked
package io.brenier.transport.dual.report;

import org.jspecify.annotations.NullMarked;
