@NullMarked
package io.brenier.training.request;

import org.jspecify.annotations.NullMarked;
