/** Archives from elsewhere: checked while they come in, stored only when they are whole. */
@NullMarked
package io.brenier.models.transfer;

import org.jspecify.annotations.NullMarked;
