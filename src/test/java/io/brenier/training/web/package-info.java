@NullMarked
package io.brenier.training.web;

import org.jspecify.annotations.NullMarked;
