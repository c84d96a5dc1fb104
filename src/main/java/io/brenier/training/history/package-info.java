/** What is forgotten of jobs that ended long ago. */
@NullMarked
package io.brenier.training.history;

import org.jspecify.annotations.NullMarked;
