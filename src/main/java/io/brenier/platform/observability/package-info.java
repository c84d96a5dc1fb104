/** What an operator sees beyond the features' own meters: trace context on responses, native memory, the engine's health. */
@NullMarked
package io.brenier.platform.observability;

import org.jspecify.annotations.NullMarked;
