/** How far two samples are from one distribution. */
@NullMarked
package io.brenier.transport.metric.discrepancy;

import org.jspecify.annotations.NullMarked;
