/** Sample sets that come in parts: large files, over lines that break. */
@NullMarked
package io.brenier.samples.upload;

import org.jspecify.annotations.NullMarked;
