/** Measures known by samples: sample sets, moments, standardisation, samplers. */
@NullMarked
package io.brenier.transport.measure;

import org.jspecify.annotations.NullMarked;
