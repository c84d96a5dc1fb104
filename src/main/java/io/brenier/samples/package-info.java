/** Sample sets: upload, formats, store. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.brenier.samples;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
