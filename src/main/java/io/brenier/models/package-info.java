/** The model registry: versions, aliases, provenance, artifacts. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.brenier.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
