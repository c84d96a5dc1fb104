@NullMarked
package io.brenier.models.registry;

import org.jspecify.annotations.NullMarked;
