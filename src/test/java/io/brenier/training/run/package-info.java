@NullMarked
package io.brenier.training.run;

import org.jspecify.annotations.NullMarked;
