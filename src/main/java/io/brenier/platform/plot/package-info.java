/**
 * Pure drawing: scales, ticks, frames, line charts, on a canvas that is either SVG or a bitmap. It knows no HTTP, and needs neither a display nor
 * an installed font.
 */
@NullMarked
package io.brenier.platform.plot;

import org.jspecify.annotations.NullMarked;
