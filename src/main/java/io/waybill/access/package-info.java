/** Who may use the console. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.waybill.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
