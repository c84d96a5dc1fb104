/** What every feature stands on: blob store, identifiers, problem details, point formats, engine health. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.brenier.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
