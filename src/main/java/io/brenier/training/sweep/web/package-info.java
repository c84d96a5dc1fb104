/** Sweeps over HTTP: what a client may ask for, the combinations that follow, and the comparison. */
@NullMarked
package io.brenier.training.sweep.web;

import org.jspecify.annotations.NullMarked;
