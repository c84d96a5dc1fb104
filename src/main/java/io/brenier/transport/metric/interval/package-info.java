/** How sure a mean over held-out rows is. */
@NullMarked
package io.brenier.transport.metric.interval;

import org.jspecify.annotations.NullMarked;
