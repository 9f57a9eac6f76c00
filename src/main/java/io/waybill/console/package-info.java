/** Serves the built console: a single page whose assets never change under the same name. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.waybill.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
