/** Evaluation of learned maps on new points. */
@ApplicationModule(allowedDependencies = {"models", "platform", "samples"})
@NullMarked
package io.brenier.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
