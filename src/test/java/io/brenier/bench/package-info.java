/** Benchmarks: programs of their own, started by the scripts in bench/, never by the tests. */
@NullMarked
package io.brenier.bench;

import org.jspecify.annotations.NullMarked;
