@NullMarked
package io.brenier.samples;

import org.jspecify.annotations.NullMarked;
