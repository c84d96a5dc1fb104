/** Named measures as sources of samples: their parameters on the wire, and the measures that they describe. */
@NamedInterface("measure")
@NullMarked
package io.brenier.samples.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
