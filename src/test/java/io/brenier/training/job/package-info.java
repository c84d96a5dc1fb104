@NullMarked
package io.brenier.training.job;

import org.jspecify.annotations.NullMarked;
