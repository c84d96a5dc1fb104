/** Training jobs: states, queue task, runner, progress, checkpoints. */
@ApplicationModule(allowedDependencies = {"samples", "samples::measure", "models", "platform"})
@NullMarked
package io.brenier.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
