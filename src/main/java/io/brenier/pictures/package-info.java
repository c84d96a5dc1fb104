/** Pictures of learned maps and potentials. */
@ApplicationModule(allowedDependencies = {"samples", "models", "evaluation", "evaluation :: kernel", "platform"})
@NullMarked
package io.brenier.pictures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
