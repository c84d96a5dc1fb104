/** Training jobs: states, queue task, runner, progress, checkpoints. */
@ApplicationModule(allowedDependencies = {"samples", "models", "platform"})
@NullMarked
package io.brenier.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
