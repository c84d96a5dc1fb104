@NullMarked
package io.brenier.training.sweep.web;

import org.jspecify.annotations.NullMarked;
