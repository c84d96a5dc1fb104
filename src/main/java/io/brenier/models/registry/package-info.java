/** The registry's tables and the rules that hold in them. Every change of a model takes the lock of its row first. */
@NullMarked
package io.brenier.models.registry;

import org.jspecify.annotations.NullMarked;
