/** What a client may ask for: the body of a new job and its way to a checked plan. */
@NullMarked
package io.brenier.training.request;

import org.jspecify.annotations.NullMarked;
