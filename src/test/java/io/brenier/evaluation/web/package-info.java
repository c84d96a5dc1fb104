@NullMarked
package io.brenier.evaluation.web;

import org.jspecify.annotations.NullMarked;
